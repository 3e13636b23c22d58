package dev.twinlab.lab.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.lab.record.StartupRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Knocks at a starting service from within the lab, without forking, every half millisecond, until it gives one correct
 * business answer out of the database and then says that it is ready.
 */
final class StartupProbe {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long KNOCK_NANOS = 500_000;

    private final int port;
    private final int managementPort;
    private final Expected expected;

    /**
     * What a correct answer has.
     *
     * @param sku of the product that is asked for
     * @param priceMinor its price in the database
     */
    record Expected(String sku, long priceMinor) {}

    StartupProbe(int port, int managementPort, Expected expected) {
        this.port = port;
        this.managementPort = managementPort;
        this.expected = expected;
    }

    /**
     * Waits for the two marks.
     *
     * @param spawnedAtNanos where the clock began
     * @param pid the process, for its CPU time
     * @param alive whether it is worth waiting on
     * @return empty when it ended, or did not get there within {@code limit}
     */
    Optional<StartupRecord> await(long spawnedAtNanos, long pid, BooleanSupplier alive, Duration limit)
            throws InterruptedException {
        long deadline = spawnedAtNanos + limit.toNanos();
        String product = Paths.PRODUCT.replace("{sku}", expected.sku());
        long answeredAt = knock(port, product, this::isCorrect, alive, deadline);
        long readyAt = answeredAt == 0 ? 0 : knock(managementPort, Paths.READY, any -> true, alive, deadline);
        if (readyAt == 0) {
            return Optional.empty();
        }
        double cpu = ProcFiles.cpuSeconds(pid).orElse(0.0);
        return Optional.of(
                new StartupRecord((answeredAt - spawnedAtNanos) / 1e6, (readyAt - spawnedAtNanos) / 1e6, cpu));
    }

    private boolean isCorrect(byte[] body) {
        try {
            JsonNode product = JSON.readTree(body);
            return expected.sku().equals(product.path("sku").asText())
                    && expected.priceMinor()
                            == product.path("price").path("amountMinor").asLong(-1);
        } catch (IOException notYet) {
            return false;
        }
    }

    /** {@link System#nanoTime()} at the end of the first good answer; 0 when there was none. */
    private static long knock(int port, String path, Predicate<byte[]> judge, BooleanSupplier alive, long deadline)
            throws InterruptedException {
        while (System.nanoTime() < deadline) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            byte[] body = RawHttp.get(port, path);
            // The clock is read before the body is: how fast the lab parses JSON is not the service's business.
            long at = System.nanoTime();
            if (body != null && judge.test(body)) {
                return at;
            }
            if (!alive.getAsBoolean()) {
                return 0;
            }
            LockSupport.parkNanos(KNOCK_NANOS);
        }
        return 0;
    }
}
