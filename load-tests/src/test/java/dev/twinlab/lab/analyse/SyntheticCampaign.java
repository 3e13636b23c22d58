package dev.twinlab.lab.analyse;

import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.lab.record.CampaignEnd;
import dev.twinlab.lab.record.CampaignFiles;
import dev.twinlab.lab.record.CellRecord;
import dev.twinlab.lab.record.Environment;
import dev.twinlab.lab.record.GateRecord;
import dev.twinlab.lab.record.Manifest;
import dev.twinlab.lab.record.MemoryRecord;
import dev.twinlab.lab.record.MemoryRecord.Moment;
import dev.twinlab.lab.record.MemoryRecord.Sample;
import dev.twinlab.lab.record.PlannedRun;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.record.StartupRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as the runner would have left it, from a formula: the value of a metric in a run is its base, times the effect of
 * the service, times the effect of the block, times the drift at that place in the sequence, times log-normal noise.
 */
public final class SyntheticCampaign {
    public static final String HELIDON = "helidon";
    public static final String MICRONAUT = "micronaut";

    private static final double[] PERCENTILES = {1, 5, 10, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 99.99};
    private static final String PLAN = "name: synthetic\n";

    private int startupPairs = 10;
    private int loadBlocks = 10;
    private long seed = 1;
    private double noise = 0.02;
    private double drift;
    private double helidonEffect = 1;
    private double latencyEffect = 1;
    private double unit = 1;
    private long requests = 12_000;
    private String grade = "A";
    private boolean swapped;
    private boolean constant;
    private boolean complete = true;
    private boolean ended = true;
    private List<String> conformance =
            List.of("helidon: 143 of 143 checks passed", "micronaut: 143 of 143 checks passed");
    private List<String> warnings = List.of();
    private String policyYaml = balanced();
    private final Map<Integer, Double> blockEffects = new LinkedHashMap<>();
    private final Map<Integer, Double> outliers = new LinkedHashMap<>();
    private final Map<String, String> invalid = new LinkedHashMap<>();
    private final List<RunRecord> extra = new ArrayList<>();

    private SyntheticCampaign() {}

    /** Two services that are the same but for noise. */
    public static SyntheticCampaign aa() {
        return new SyntheticCampaign();
    }

    /** The policy that the lab ships. */
    public static String balanced() {
        try (InputStream text = Policy.class.getResourceAsStream("/dev/twinlab/lab/policies/balanced.yaml")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SyntheticCampaign blocks(int startup, int load) {
        startupPairs = startup;
        loadBlocks = load;
        return this;
    }

    public SyntheticCampaign seed(long value) {
        seed = value;
        return this;
    }

    /** Standard deviation of the logarithm of each value. */
    public SyntheticCampaign noise(double value) {
        noise = value;
        return this;
    }

    /** Relative growth with each run of the sequence, for whichever service runs. */
    public SyntheticCampaign drift(double value) {
        drift = value;
        return this;
    }

    /** Factor on everything that Helidon takes. */
    public SyntheticCampaign helidon(double factor) {
        helidonEffect = factor;
        return this;
    }

    /** A further factor on Helidon's latencies and CPU under load. */
    public SyntheticCampaign helidonUnderLoad(double factor) {
        latencyEffect = factor;
        return this;
    }

    /** Factor on everything, as from a change of unit. */
    public SyntheticCampaign unit(double factor) {
        unit = factor;
        return this;
    }

    /** Factor on both services in one block. */
    public SyntheticCampaign blockEffect(int block, double factor) {
        blockEffects.put(block, factor);
        return this;
    }

    /** Factor on Helidon alone in one block. */
    public SyntheticCampaign outlier(int block, double factor) {
        outliers.put(block, factor);
        return this;
    }

    /** Requests of each cell. */
    public SyntheticCampaign requests(long value) {
        requests = value;
        return this;
    }

    public SyntheticCampaign grade(String value) {
        grade = value;
        return this;
    }

    /** Every run of Helidon becomes one of Micronaut, and the other way round. */
    public SyntheticCampaign swapped() {
        swapped = true;
        return this;
    }

    /** Every value of a metric is the same, in every run of both. */
    public SyntheticCampaign constant() {
        constant = true;
        return this;
    }

    public SyntheticCampaign incomplete() {
        complete = false;
        return this;
    }

    public SyntheticCampaign killed() {
        ended = false;
        return this;
    }

    public SyntheticCampaign conformance(String... lines) {
        conformance = List.of(lines);
        return this;
    }

    public SyntheticCampaign warnings(String... lines) {
        warnings = List.of(lines);
        return this;
    }

    public SyntheticCampaign policy(String yaml) {
        policyYaml = yaml;
        return this;
    }

    /** A run of the first attempt fails a gate. */
    public SyntheticCampaign invalid(RunKind kind, int block, String service, String reason) {
        invalid.put(new PlannedRun(kind, block, 1, service, 1).id(), reason);
        return this;
    }

    /** A further run, as it is. */
    public SyntheticCampaign with(RunRecord run) {
        extra.add(run);
        return this;
    }

    /** The campaign in memory. */
    public Campaign build() {
        List<PlannedRun> schedule = schedule();
        List<RunRecord> runs = new ArrayList<>();
        for (PlannedRun planned : schedule) {
            runs.add(run(planned, runs.size() + 1));
        }
        runs.addAll(extra);
        return new Campaign(
                manifest(schedule),
                environment(),
                ended ? Optional.of(end()) : Optional.empty(),
                runs,
                Policy.parse(policyYaml));
    }

    /** Writes the campaign's files as the runner does. */
    public Path write(Path folder) {
        Campaign campaign = build();
        CampaignFiles files = new CampaignFiles(folder);
        files.write(campaign.manifest());
        files.write(campaign.environment());
        campaign.runs().forEach(files::write);
        campaign.end().ifPresent(files::write);
        return folder;
    }

    /** One run of the formula, at a place in the sequence. */
    public RunRecord run(PlannedRun planned, int sequence) {
        String service = planned.service();
        boolean helidon = service.equals(HELIDON);
        Random random = new Random(seed * 1_000_003 + planned.id().hashCode());
        String reason = invalid.get(planned.id());
        var values = new Values(helidon, planned.block(), sequence, random);
        boolean load = planned.kind() == RunKind.LOAD;
        String recorded = swapped ? (helidon ? MICRONAUT : HELIDON) : service;
        PlannedRun name =
                new PlannedRun(planned.kind(), planned.block(), planned.position(), recorded, planned.attempt());
        StartupRecord startup = new StartupRecord(values.of(900), values.of(860), values.of(2.1));
        MemoryRecord memory = memory(values, load);
        List<CellRecord> cells = load
                ? List.of(
                        cell("ping", 300, 0.8, values),
                        cell("browse", 200, 2.2, values),
                        cell("order", 100, 6.5, values),
                        cell("mixed", 150, 3.0, values),
                        cell("mixed", 300, 3.6, values))
                : List.of();
        return new RunRecord(
                RunRecord.SCHEMA_VERSION,
                name.id(),
                planned.kind(),
                planned.block(),
                planned.attempt(),
                planned.position(),
                sequence,
                recorded,
                "2026-01-02T03:%02d:%02d.000Z".formatted(sequence / 60 % 60, sequence % 60),
                load ? 61_000 : 2_000,
                reason == null,
                reason == null ? List.of() : List.of(reason),
                version(recorded),
                List.of("-XX:+UseG1GC", "-Xms256m", "-Xmx256m"),
                startup,
                memory,
                cells,
                List.of(new GateRecord("errors", "", reason == null, reason == null ? "0 %" : "1.2 %", "0.1 %")));
    }

    private final class Values {
        private final double factor;
        private final boolean helidon;
        private final Random random;

        Values(boolean helidon, int block, int sequence, Random random) {
            double ofHelidon = helidon ? helidonEffect * outliers.getOrDefault(block, 1.0) : 1;
            this.factor = ofHelidon * blockEffects.getOrDefault(block, 1.0) * (1 + drift * sequence) * unit;
            this.helidon = helidon;
            this.random = random;
        }

        double of(double base) {
            return constant ? base : base * factor * Math.exp(noise * random.nextGaussian());
        }

        double underLoad(double base) {
            return of(base) * (helidon && !constant ? latencyEffect : 1);
        }

        long kib(double mib) {
            return Math.round(of(mib) * 1024);
        }
    }

    private static MemoryRecord memory(Values values, boolean load) {
        List<Moment> moments = new ArrayList<>();
        moments.add(moment(MemoryRecord.READY, 150, values, true));
        List<Sample> series = new ArrayList<>();
        if (load) {
            moments.add(moment(MemoryRecord.IDLE, 152, values, true));
            moments.add(moment(MemoryRecord.LOAD, 280, values, false));
            moments.add(moment(MemoryRecord.AFTER, 275, values, true));
            String[] phases = {
                "idle",
                "idle",
                "idle",
                "warmup",
                "warmup",
                "warmup",
                "warmup",
                "warmup",
                "warmup",
                "ping@300",
                "ping@300",
                "ping@300",
                "ping@300",
                "browse@200",
                "browse@200",
                "browse@200",
                "browse@200",
                "order@100",
                "order@100",
                "order@100",
                "order@100",
                "mixed@150",
                "mixed@150",
                "mixed@150",
                "mixed@150",
                "mixed@300",
                "mixed@300",
                "mixed@300",
                "mixed@300",
                "after",
                "after",
                "after"
            };
            double at = 1_050;
            for (int i = 0; i < phases.length; i++) {
                double mib = phases[i].equals("idle") ? 150 : 280 - 125 * Math.exp(-(i - 2) / 5.0);
                long rss = values.kib(mib);
                series.add(new Sample((long) at, rss, rss * 95 / 100, rss * 80 / 100, phases[i]));
                at += 1_000;
            }
        }
        return new MemoryRecord(moments, series);
    }

    private static Moment moment(String name, double mib, Values values, boolean heap) {
        long rss = values.kib(mib);
        @Nullable Long used = heap ? Long.valueOf(values.kib(22)) : null;
        return new Moment(name, rss, rss * 95 / 100, rss * 80 / 100, used, 34);
    }

    private CellRecord cell(String scenario, double rate, double median, Values values) {
        Map<String, Double> percentiles = new TreeMap<>();
        double floor = 0;
        double scale = values.underLoad(median);
        for (double percentile : PERCENTILES) {
            if (requests * (1 - percentile / 100) >= 1) {
                double beyond = 1 / (1 - percentile / 100);
                double shape = 0.7 + 0.43 * Math.log(beyond) + 0.04 * Math.pow(Math.log(beyond), 2);
                double wobble =
                        constant ? 1 : Math.exp(noise * 0.7 * Math.log10(beyond) * values.random.nextGaussian());
                floor = Math.max(floor, scale * shape * wobble);
                percentiles.put(key(percentile), floor);
            }
        }
        double cpu = values.underLoad(0.55) * requests / 1000;
        return new CellRecord(
                CellRecord.name(scenario, rate),
                scenario,
                rate,
                requests / rate,
                requests,
                0,
                0,
                1.2,
                percentiles,
                scale,
                floor * 1.4,
                rate * scale / 1000,
                cpu,
                0.3,
                0.2,
                0.25);
    }

    private static String key(double percentile) {
        return percentile == Math.rint(percentile) ? Long.toString((long) percentile) : Double.toString(percentile);
    }

    private List<PlannedRun> schedule() {
        List<PlannedRun> schedule = new ArrayList<>();
        Random coin = new Random(seed);
        for (RunKind kind : RunKind.values()) {
            for (int block = 1; block <= (kind == RunKind.STARTUP ? startupPairs : loadBlocks); block++) {
                boolean helidonFirst = coin.nextBoolean();
                schedule.add(new PlannedRun(kind, block, 1, helidonFirst ? HELIDON : MICRONAUT, 1));
                schedule.add(new PlannedRun(kind, block, 2, helidonFirst ? MICRONAUT : HELIDON, 1));
            }
        }
        return schedule;
    }

    private Manifest manifest(List<PlannedRun> schedule) {
        return new Manifest(
                RunRecord.SCHEMA_VERSION,
                "20260102T030405Z-0123abc",
                "2026-01-02T03:04:05.678Z",
                "0123abc",
                "5f0c7b1e",
                "synthetic",
                PLAN,
                sha256(PLAN),
                policyYaml,
                sha256(policyYaml),
                seed,
                schedule,
                List.of("-XX:+UseG1GC", "-Xms256m", "-Xmx256m"),
                new TreeMap<>(Map.of("jdk", "25.0.3+9", "k6", "2.2.0", "postgresql", "18.6")));
    }

    private Environment environment() {
        return new Environment(
                RunRecord.SCHEMA_VERSION,
                grade,
                grade.equals("A") ? List.of() : List.of("only 2 cores: the service shares them with k6 and PostgreSQL"),
                "Example CPU @ 3.00GHz",
                2,
                8_000,
                "6.18.0",
                "Debian GNU/Linux 12",
                "none",
                new TreeMap<>(Map.of("service", "0", "rest", "1")),
                "madvise",
                "performance",
                0.12,
                new TreeMap<>(Map.of("somaxconn", "4096", "nofile", "1048576")));
    }

    private CampaignEnd end() {
        return new CampaignEnd(
                RunRecord.SCHEMA_VERSION,
                "2026-01-02T04:04:05.678Z",
                complete,
                complete ? "" : "stopped by hand after 3 of 10 blocks",
                conformance,
                warnings,
                140,
                0.02);
    }

    private static VersionInfo version(String service) {
        boolean helidon = service.equals(HELIDON);
        return new VersionInfo(
                service + "-service",
                service,
                "0.1.0",
                "5f0c7b1e",
                helidon
                        ? new VersionInfo.Framework("Helidon SE", "4.1.2")
                        : new VersionInfo.Framework("Micronaut", "4.10.17"),
                new VersionInfo.Jvm(
                        "25.0.3+9-LTS",
                        "Eclipse Adoptium",
                        List.of("-XX:+UseG1GC", "-Xms256m", "-Xmx256m"),
                        List.of("G1 Young Generation", "G1 Old Generation"),
                        268_435_456,
                        2),
                new VersionInfo.Pool("twinlab", 10, 10, 2_000, 1_800_000),
                "virtual",
                new TreeMap<>(Map.of("HikariCP", "7.1.0", "postgresql", "42.7.13")));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
