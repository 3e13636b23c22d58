package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.twinlab.lab.plan.Plan;
import dev.twinlab.lab.run.K6Run.Load;
import dev.twinlab.lab.run.StartupProbe.Expected;
import dev.twinlab.lab.tool.OrphanGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real k6 against a server that always takes the same time. */
class K6RunTest {
    private static final long SERVICE_MS = 20;
    private static final LoadData DATA = new LoadData(
            List.of("SKU-000001", "SKU-000002", "SKU-000003"),
            List.of("books", "games"),
            List.of("01941f29-7c00-7abc-8def-0123456789ab"),
            List.of("018f4e2a-7c3b-7d10-8a55-3f1c2b4d5e6f"),
            new Expected("SKU-000001", 1));

    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private final OrphanGuard guard = OrphanGuard.start();
    private HttpServer server = serve();

    @TempDir
    private Path folder = Path.of("");

    private HttpServer serve() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        guard.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean post = exchange.getRequestMethod().equals("POST");
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body + " "
                    + (post
                            ? exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                                    + exchange.getRequestHeaders().getFirst("Authorization")
                            : ""));
            TimeUnit.MILLISECONDS.sleep(SERVICE_MS);
            boolean fail = exchange.getRequestURI().getPath().contains("ping");
            exchange.sendResponseHeaders(fail ? 500 : post ? 201 : 200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private K6Run.Outcome run(long seed, K6Timeline.Phase... phases) throws InterruptedException {
        var load =
                new Load("http://127.0.0.1:" + server.getAddress().getPort(), "a.b.c", seed, 20, List.of(phases), DATA);
        try (K6Run run = K6Run.start(guard, TestTools.k6(), TestTools.SCRIPT, load, folder, folder.resolve("k6.log"))) {
            return run.await(Optional::empty, Duration.ofSeconds(60));
        }
    }

    @Test
    void offersTheRateAndMeasuresTheLatency() throws InterruptedException {
        K6Run.Outcome outcome = run(
                1,
                new K6Timeline.Phase("warmup_1", "warmup", 60, 0, 2),
                new K6Timeline.Phase("cell_0", "mixed", 100, 3000, 4));

        assertThat(outcome.failure()).isEmpty();
        K6Summary cell = outcome.summaries().get("cell_0");
        assertThat(cell.requests() + cell.dropped()).isCloseTo(400, within(1L));
        assertThat(cell.failed()).isZero();
        // The warm-up has opened every connection.
        assertThat(outcome.summaries().get("warmup_1").connects()).isEqualTo(20);
        assertThat(cell.connects()).isZero();
        assertThat(cell.percentilesMs().get("50")).isBetween((double) SERVICE_MS, 5.0 * SERVICE_MS);
        assertThat(cell.meanMs()).isGreaterThanOrEqualTo(SERVICE_MS);
        assertThat(cell.maxMs()).isGreaterThanOrEqualTo(cell.percentilesMs().get("99.99"));
        assertThat(cell.startedAtMs()).isCloseTo(System.currentTimeMillis(), within(60_000.0));
        // 400 answers: ten lie beyond p97.5.
        assertThat(cell.supportedPercentilesMs()).containsKeys("1", "50", "97").doesNotContainKeys("98", "99");
    }

    @Test
    void countsWhatIsNotAsExpected() throws InterruptedException {
        K6Summary cell = run(1, new K6Timeline.Phase("cell_0", "ping", 50, 0, 2))
                .summaries()
                .get("cell_0");

        assertThat(cell.failed()).isEqualTo(cell.requests()).isPositive();
    }

    @Test
    void sendsTheSameRequestsForTheSameSeedAndNoKeyTwice() throws InterruptedException {
        var phase = new K6Timeline.Phase("cell_0", "mixed", 100, 0, 2);
        run(7, phase);
        Set<String> first = new TreeSet<>(seen);
        int firstCount = seen.size();
        seen.clear();
        run(7, phase);
        Set<String> second = new TreeSet<>(seen);
        seen.clear();
        run(8, phase);

        // One iteration more or less at the end of the window.
        Set<String> onlyOnce = new TreeSet<>(first);
        onlyOnce.removeAll(second);
        assertThat(onlyOnce).hasSizeLessThanOrEqualTo(1);
        assertThat(new TreeSet<>(seen)).isNotEqualTo(first);
        List<String> posts = first.stream().filter(it -> it.startsWith("POST")).toList();
        assertThat(posts).isNotEmpty().allMatch(it -> it.endsWith("Bearer a.b.c"));
        assertThat(posts).extracting(it -> it.split(" ")[3]).doesNotHaveDuplicates();
        assertThat(firstCount).isGreaterThanOrEqualTo(199);
    }

    @Test
    void saysThatItWasKilled() throws InterruptedException {
        var load = new Load(
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "t",
                1,
                5,
                List.of(new K6Timeline.Phase("cell_0", "ping", 10, 0, 30)),
                DATA);
        try (K6Run run = K6Run.start(guard, TestTools.k6(), TestTools.SCRIPT, load, folder, folder.resolve("k6.log"))) {
            Thread.sleep(500);
            ProcessHandle.of(run.pid()).orElseThrow().destroyForcibly();

            assertThat(run.await(Optional::empty, Duration.ofSeconds(20)).failure())
                    .isEqualTo("k6 was killed by signal 9");
        }
    }

    @Test
    void stopsWaitingWhenThereIsTrouble() throws InterruptedException {
        var load = new Load(
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "t",
                1,
                5,
                List.of(new K6Timeline.Phase("cell_0", "ping", 10, 0, 30)),
                DATA);
        long pid;
        try (K6Run run = K6Run.start(guard, TestTools.k6(), TestTools.SCRIPT, load, folder, folder.resolve("k6.log"))) {
            pid = run.pid();
            assertThat(run.await(() -> Optional.of("the service is gone"), Duration.ofSeconds(20))
                            .failure())
                    .isEqualTo("the service is gone");
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void theTimelineNeverOverlaps() {
        Plan plan =
                Plan.parse("tiny", dev.twinlab.lab.plan.PlanSource.plan("tiny").yaml());
        List<K6Timeline.Phase> phases = K6Timeline.of(plan);

        for (int i = 1; i < phases.size(); i++) {
            long end = phases.get(i - 1).startMs() + 1000L * phases.get(i - 1).seconds();
            assertThat(phases.get(i).startMs()).isGreaterThanOrEqualTo(end + Plan.GAP_MS);
        }
        assertThat(phases.getLast().startMs() + 1000L * phases.getLast().seconds())
                .isEqualTo(plan.loadTime().toMillis());
    }
}
