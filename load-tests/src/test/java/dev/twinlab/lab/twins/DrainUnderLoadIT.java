package dev.twinlab.lab.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SIGTERM under 200 requests a second from a client that, like an ingress, asks for readiness, keeps its connections, sends
 * nothing twice, and sends nothing more once the service is not ready: no request is lost.
 */
@Timeout(400)
class DrainUnderLoadIT {
    private static final int STOPS = 20;
    private static final int RATE = 200;
    private static final long PERIOD_NANOS = 1_000_000_000L / RATE;
    private static final long PROBE_NANOS = 100_000_000L;
    private static final int DRAIN_DELAY_MS = 1000;

    @TempDir
    private static Path folder = Path.of("");

    private static TwinDatabase database;

    @BeforeAll
    static void startPostgres() {
        database = new TwinDatabase(folder);
    }

    @AfterAll
    static void stopPostgres() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"helidon", "micronaut"})
    void noRequestIsLost(String variant) throws InterruptedException {
        String name = database.fresh();
        Map<String, String> settings = new HashMap<>(database.settings(name));
        settings.put("DRAIN_DELAY_MS", Integer.toString(DRAIN_DELAY_MS));
        settings.put("LOG_LEVEL", "WARN");
        int requests = 0;
        int draining = 0;
        long longestMs = 0;
        for (int stop = 0; stop < STOPS; stop++) {
            try (TwinProcess service = TwinProcess.start(variant, settings)) {
                var load = new Load(service);
                load.start();
                Thread.sleep(600);
                long from = System.nanoTime();
                service.terminate();
                int exit = service.await(Duration.ofSeconds(20));
                long ms = (System.nanoTime() - from) / 1_000_000;
                load.stop();

                assertThat(load.failures())
                        .as("failed requests at stop %d, not ready seen: %s", stop, load.sawNotReady())
                        .isEmpty();
                assertThat(exit).isZero();
                assertThat(load.answered()).isGreaterThan(RATE / 4);
                assertThat(load.sawNotReady())
                        .as("the service said that it stops")
                        .isTrue();
                requests += load.answered();
                draining += load.answeredWhileDraining();
                longestMs = Math.max(longestMs, ms);
            }
        }
        assertThat(draining)
                .as("answers that told the client to close its connection")
                .isPositive();
        System.out.printf(
                "%s: %d stops, %d requests, %d of them while draining, none failed; drain delay %d ms, longest stop %d ms%n",
                variant, STOPS, requests, draining, DRAIN_DELAY_MS, longestMs);
    }

    /** The client: one request each five milliseconds, whatever became of those before. */
    private static final class Load {
        private final TwinProcess service;
        private final PlainClient client;
        private final PlainClient probe;
        private final String token = TwinProcess.TOKENS.writer("drain");
        private final AtomicBoolean sending = new AtomicBoolean(true);
        private final AtomicBoolean probing = new AtomicBoolean(true);
        private final AtomicBoolean notReady = new AtomicBoolean();
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicInteger draining = new AtomicInteger();
        private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        Load(TwinProcess service) {
            this.service = service;
            this.client = new PlainClient(service.port());
            this.probe = new PlainClient(service.managementPort());
        }

        void start() {
            threads.submit(this::probe);
            threads.submit(this::send);
        }

        private void probe() {
            while (probing.get()) {
                try {
                    if (probe.get("/health/ready").status() != 200) {
                        notReady.set(true);
                        sending.set(false);
                        return;
                    }
                } catch (IOException gone) {
                    sending.set(false);
                    return;
                }
                LockSupport.parkNanos(PROBE_NANOS);
            }
        }

        private void send() {
            long next = System.nanoTime();
            for (int i = 0; sending.get(); i++) {
                int number = i;
                threads.submit(() -> request(number));
                next += PERIOD_NANOS;
                LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            }
        }

        private void request(int i) {
            try {
                PlainClient.Answer answer = i % 10 == 0
                        ? client.post(
                                "/api/v1/orders",
                                token,
                                UUID.randomUUID().toString(),
                                "{\"customerId\":\"7b0c1f1e-0000-4000-8000-000000000001\",\"lines\":[{\"sku\":\"SKU-%06d\",\"quantity\":1}]}"
                                        .formatted(1 + i % 19))
                        : client.get("/api/v1/products/SKU-%06d".formatted(1 + i % 900));
                if (answer.status() >= 500) {
                    failures.add("status " + answer.status() + ": " + answer.body());
                }
                answered.incrementAndGet();
                if (answer.closing()) {
                    draining.incrementAndGet();
                }
            } catch (IOException e) {
                failures.add(e.toString());
            }
        }

        void stop() {
            probing.set(false);
            sending.set(false);
            threads.close();
            client.close();
            probe.close();
            assertThat(service.alive()).isFalse();
        }

        List<String> failures() {
            return List.copyOf(failures);
        }

        int answered() {
            return answered.get();
        }

        int answeredWhileDraining() {
            return draining.get();
        }

        boolean sawNotReady() {
            return notReady.get();
        }
    }
}
