package dev.twinlab.lab.twins;

import dev.twinlab.contract.conformance.TokenIssuer;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.lab.tool.FreePorts;
import dev.twinlab.lab.tool.JdkFinder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One packaged service as a process of its own, asked over HTTP and stopped by signals. */
public final class TwinProcess implements AutoCloseable {
    public static final List<String> VARIANTS = List.of("helidon", "micronaut");
    public static final String SECRET = "a-secret-for-tests-of-32-bytes-or-more";
    public static final TokenIssuer TOKENS = new TokenIssuer(SECRET);

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final String variant;
    private final Process process;
    private final int port;
    private final int managementPort;
    private final Thread reader;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_LIMIT)
            .build();

    private TwinProcess(String variant, Process process, int port, int managementPort) {
        this.variant = variant;
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** Starts it and does not wait. */
    public static TwinProcess spawn(String variant, Map<String, String> settings) {
        Path jar = ROOT.resolve(variant + "-service/target/" + variant + "-service.jar");
        if (!Files.isRegularFile(jar)) {
            throw new AssertionError(jar + " is missing: build the services first, as ./lab test does");
        }
        int port = FreePorts.pick();
        int managementPort = FreePorts.pick();
        var builder = new ProcessBuilder(
                        JdkFinder.find().java().toString(), "-Xmx256m", "-XX:+UseG1GC", "-jar", jar.toString())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "HOME", "LANG"));
        environment.put("ENVIRONMENT", "test");
        environment.put("HTTP_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("JWT_SECRET", SECRET);
        environment.putAll(settings);
        try {
            return new TwinProcess(variant, builder.start(), port, managementPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it is ready. */
    public static TwinProcess start(String variant, Map<String, String> settings) throws InterruptedException {
        TwinProcess started = spawn(variant, settings);
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (started.ready() != 200) {
            if (!started.process.isAlive() || System.nanoTime() > deadline) {
                started.close();
                throw new AssertionError(variant + " did not become ready:\n" + String.join("\n", started.lines()));
            }
            Thread.sleep(50);
        }
        return started;
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            // The process is gone; what it said is kept.
        }
    }

    public String variant() {
        return variant;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return managementPort;
    }

    public URI api(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public URI management(String path) {
        return URI.create("http://localhost:" + managementPort + path);
    }

    /** What it printed so far, standard output and error together. */
    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Status of the readiness probe; 0 where nothing answers. */
    public int ready() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(management(Paths.READY))).statusCode();
        } catch (UncheckedIOException nobody) {
            return 0;
        }
    }

    public HttpResponse<String> get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(api(path)));
    }

    public HttpResponse<String> getManagement(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(management(path)));
    }

    /** Posts with a token that may write. */
    public HttpResponse<String> post(String path, String idempotencyKey, String body) throws InterruptedException {
        return send(HttpRequest.newBuilder(api(path))
                .header("Authorization", "Bearer " + TOKENS.writer("twins"))
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return client.send(request.timeout(ANSWER_LIMIT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** SIGKILL, and waits for the end. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for the end; the exit code, or -1 when it still runs after {@code limit}. */
    public int await(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return -1;
        }
        // What it said last is still in the pipe.
        reader.join(limit);
        return process.exitValue();
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
