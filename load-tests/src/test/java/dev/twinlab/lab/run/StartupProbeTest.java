package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.twinlab.lab.record.StartupRecord;
import dev.twinlab.lab.run.StartupProbe.Expected;
import dev.twinlab.lab.tool.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartupProbeTest {
    private static final String CORRECT =
            "{\"sku\":\"SKU-000001\",\"price\":{\"amountMinor\":1999,\"currency\":\"EUR\"}}";
    private static final long SELF = ProcessHandle.current().pid();

    private final int port = FreePorts.pick();
    private final int managementPort = FreePorts.pick();
    private final StartupProbe probe = new StartupProbe(port, managementPort, new Expected("SKU-000001", 1999));
    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(it -> it.stop(0));
    }

    @Test
    void timesTheFirstAnswerToTheMillisecond() throws InterruptedException {
        long start = System.nanoTime();
        after(400, () -> serve(port, any -> CORRECT));
        after(700, () -> serve(managementPort, any -> "{\"status\":\"UP\"}"));

        StartupRecord record =
                probe.await(start, SELF, () -> true, Duration.ofSeconds(20)).orElseThrow();

        assertThat(record.toFirstResponseMs()).isBetween(400.0, 600.0);
        assertThat(record.toReadyMs()).isBetween(700.0, 900.0);
        assertThat(record.cpuSecondsToReady()).isPositive();
    }

    @Test
    void waitsForACorrectBody() throws InterruptedException {
        var asked = new AtomicInteger();
        serve(port, request -> {
            asked.set(request);
            return request < 5 ? CORRECT.replace("1999", "0") : CORRECT;
        });
        serve(managementPort, any -> "{}");

        assertThat(probe.await(System.nanoTime(), SELF, () -> true, Duration.ofSeconds(20)))
                .isPresent();
        assertThat(asked).hasValue(5);
    }

    @Test
    void waitsForAGoodStatus() throws InterruptedException {
        serve(port, any -> CORRECT);
        serve(managementPort, request -> request < 3 ? "503" : "{}");

        assertThat(probe.await(System.nanoTime(), SELF, () -> true, Duration.ofSeconds(20)))
                .isPresent();
    }

    @Test
    void givesUpWhenTheProcessHasEnded() throws InterruptedException {
        long start = System.nanoTime();

        Optional<StartupRecord> record = probe.await(start, SELF, () -> false, Duration.ofSeconds(20));

        assertThat(record).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void givesUpAfterItsLimit() throws InterruptedException {
        serve(port, any -> "{}");

        assertThat(probe.await(System.nanoTime(), SELF, () -> true, Duration.ofMillis(300)))
                .isEmpty();
    }

    /** Answers with what {@code body} gives for the number of the request, from 1; three digits are a status. */
    private void serve(int at, IntFunction<String> body) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            var requests = new AtomicInteger();
            server.createContext("/", exchange -> {
                String text = body.apply(requests.incrementAndGet());
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(text.length() == 3 ? Integer.parseInt(text) : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            synchronized (servers) {
                servers.add(server);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void after(long millis, Runnable action) {
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(millis);
                action.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
