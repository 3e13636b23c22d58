package dev.twinlab.lab.plan;

import dev.twinlab.lab.LabFailure;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What to run, as a plan file says it.
 *
 * @param name 1 to 40 characters of a-z, 0-9 and -
 * @param startupPairs pairs of process starts, 0..200
 * @param loadBlocks pairs of loaded runs, 0..200
 * @param dataSet size of the generated data
 * @param heapMib heap of either service, minimum and maximum alike, MiB; 64..65536
 * @param collector the garbage collector of either service
 * @param connections connections (virtual users) that k6 spreads the load over, 1..2000
 * @param poolSize database connections of either service, 1..200
 * @param idleSeconds quiet time between ready and warm-up, 0..3600
 * @param afterSeconds quiet time after the last cell, 0..3600
 * @param warmup load before the first cell; never measured
 * @param cells what is measured, in this order; at least one where there are load blocks
 */
public record Plan(
        String name,
        int startupPairs,
        int loadBlocks,
        DataSize dataSet,
        int heapMib,
        Collector collector,
        int connections,
        int poolSize,
        int idleSeconds,
        int afterSeconds,
        Warmup warmup,
        List<Cell> cells) {
    /** k6 is quiet for this long before each cell, so that what one leaves behind does not meet the next; milliseconds. */
    public static final int GAP_MS = 500;

    private static final Set<String> SCENARIOS = Set.of("ping", "browse", "order", "mixed");

    /** Collectors that the lab knows how to ask for. */
    public enum Collector {
        G1("-XX:+UseG1GC"),
        SERIAL("-XX:+UseSerialGC"),
        PARALLEL("-XX:+UseParallelGC"),
        Z("-XX:+UseZGC");

        private final String flag;

        Collector(String flag) {
            this.flag = flag;
        }

        /** The JVM's flag. */
        public String flag() {
            return flag;
        }
    }

    /**
     * Size of the generated data.
     *
     * @param products rows, 1..1,000,000
     * @param orders rows, 1..10,000,000
     */
    public record DataSize(int products, int orders) {
        public DataSize {
            inRange("products", products, 1, 1_000_000);
            inRange("orders", orders, 1, 10_000_000);
        }
    }

    /**
     * Load that is never measured, in bursts: compilers catch up in the pauses.
     *
     * @param bursts 1..100
     * @param burstSeconds 1..600
     * @param pauseSeconds before each burst, 1..60; shorter than the idle time-outs of both servers
     * @param rate requests a second, above 0, to 100,000
     */
    public record Warmup(int bursts, int burstSeconds, int pauseSeconds, double rate) {
        public Warmup {
            inRange("bursts", bursts, 1, 100);
            inRange("burstSeconds", burstSeconds, 1, 600);
            inRange("pauseSeconds", pauseSeconds, 1, 60);
            requireRate(rate);
        }
    }

    /**
     * One scenario at one offered rate.
     *
     * @param scenario ping, browse, order or mixed
     * @param rate requests a second, above 0, to 100,000
     * @param seconds 1..3600
     */
    public record Cell(String scenario, double rate, int seconds) {
        public Cell {
            if (!SCENARIOS.contains(scenario)) {
                throw new LabFailure(
                        "has the scenario '%s', which is not ping, browse, order or mixed".formatted(scenario));
            }
            requireRate(rate);
            inRange("seconds", seconds, 1, 3600);
        }

        /** Requests that an open model at this rate starts in the window. */
        public long requests() {
            return Math.round(rate * seconds);
        }
    }

    public Plan {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new LabFailure(
                    "has the name '%s', which is not 1 to 40 characters of a-z, 0-9 and -".formatted(name));
        }
        inRange("startupPairs", startupPairs, 0, 200);
        inRange("loadBlocks", loadBlocks, 0, 200);
        inRange("heapMib", heapMib, 64, 65_536);
        inRange("connections", connections, 1, 2000);
        inRange("poolSize", poolSize, 1, 200);
        inRange("idleSeconds", idleSeconds, 0, 3600);
        inRange("afterSeconds", afterSeconds, 0, 3600);
        cells = List.copyOf(cells);
        if (startupPairs + loadBlocks == 0) {
            throw new LabFailure("has neither startupPairs nor loadBlocks, so there is nothing to run");
        }
        if (loadBlocks > 0 && cells.isEmpty()) {
            throw new LabFailure("has loadBlocks but no cells to measure in them");
        }
        Set<String> names = new HashSet<>();
        for (Cell cell : cells) {
            String id = dev.twinlab.lab.record.CellRecord.name(cell.scenario(), cell.rate());
            if (!names.add(id)) {
                throw new LabFailure("has the cell %s twice".formatted(id));
            }
        }
    }

    /**
     * Reads a plan strictly.
     *
     * @param source where the text comes from, for messages
     * @throws LabFailure naming the key or value that is wrong
     */
    public static Plan parse(String source, String yaml) {
        return StrictYaml.read("The plan " + source, yaml, Plan.class);
    }

    /** How long k6 runs: warm-up and cells with their pauses. */
    public Duration loadTime() {
        Duration time = Duration.ofSeconds((long) warmup.bursts() * (warmup.burstSeconds() + warmup.pauseSeconds()));
        for (Cell cell : cells) {
            time = time.plusMillis(GAP_MS).plusSeconds(cell.seconds());
        }
        return time;
    }

    private static void inRange(String key, long value, long from, long to) {
        if (value < from || value > to) {
            throw new LabFailure(
                    String.format(Locale.ROOT, "has %s %d, which is not between %d and %d", key, value, from, to));
        }
    }

    private static void requireRate(double rate) {
        if (!(rate > 0 && rate <= 100_000)) {
            throw new LabFailure("has the rate %s, which is not above 0 and at most 100000".formatted(rate));
        }
    }
}
