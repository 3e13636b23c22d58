package dev.twinlab.lab.analyse;

import dev.twinlab.lab.record.CellRecord;
import dev.twinlab.lab.record.MemoryRecord;
import dev.twinlab.lab.record.MemoryRecord.Moment;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.record.StartupRecord;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every metric that a campaign's runs can give, and its value in each run. */
public final class MetricCatalogue {
    /** What {@link #isKnown} accepts, in words that follow "it". */
    static final String GRAMMAR =
            "must be startup.{first_response_ms,ready_ms,cpu_s}, memory.{ready,idle,load,after}.{rss_mib,pss_mib,"
                    + "anonymous_mib,heap_mib,threads} (no heap under load), latency.<scenario>[.low|.high]"
                    + ".{p50,p90,p99,p999}_ms or cpu.<scenario>[.low|.high].s_per_1000";

    private static final Pattern KNOWN = Pattern.compile("startup\\.(first_response_ms|ready_ms|cpu_s)"
            + "|memory\\.(ready|idle|load|after)\\.(rss_mib|pss_mib|anonymous_mib|threads)"
            + "|memory\\.(ready|idle|after)\\.heap_mib"
            + "|latency\\.[a-z][a-z0-9-]*(\\.(low|high|r[0-9.]+))?\\.p(50|90|99|999)_ms"
            + "|cpu\\.[a-z][a-z0-9-]*(\\.(low|high|r[0-9.]+))?\\.s_per_1000");

    private static final double KIB_PER_MIB = 1024;

    /** Percentile by the name that it has in an id. */
    private static final Map<String, String> PERCENTILES = percentiles();

    private static final Map<String, String> MOMENTS = moments();

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(Metric metric, ToDoubleFunction<RunRecord> value) {}

    /** The catalogue of these runs; rates are named after what the runs have in common, valid or not. */
    public MetricCatalogue(List<RunRecord> runs) {
        addStartup();
        addMemory(runs);
        cellLabels(runs).forEach(this::addCell);
        entries.values().removeIf(entry -> runs.stream()
                .noneMatch(run -> run.kind() == entry.metric().kind()
                        && Double.isFinite(entry.value().applyAsDouble(run))));
    }

    /** Whether an id follows the grammar; a campaign may still lack it. */
    static boolean isKnown(String id) {
        return KNOWN.matcher(id).matches();
    }

    /** Every metric with at least one value, in the order in which a report shows them. */
    public List<Metric> metrics() {
        return entries.values().stream().map(Entry::metric).toList();
    }

    public Optional<Metric> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::metric);
    }

    /** The value of a metric in a run; empty where the run has none or is of another kind. */
    public OptionalDouble value(String id, RunRecord run) {
        Entry entry = entries.get(id);
        if (entry == null || entry.metric().kind() != run.kind()) {
            return OptionalDouble.empty();
        }
        double value = entry.value().applyAsDouble(run);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /**
     * The name of each cell in metric ids: the scenario alone where it has one rate; with {@code .low} and {@code .high}
     * for the smallest and largest of several, and {@code .r<rate>} for those between.
     */
    public static Map<String, String> cellLabels(List<RunRecord> runs) {
        Map<String, SortedSet<Double>> rates = new LinkedHashMap<>();
        for (RunRecord run : runs) {
            for (CellRecord cell : run.cells()) {
                rates.computeIfAbsent(cell.scenario(), it -> new TreeSet<>()).add(cell.rate());
            }
        }
        Map<String, String> labels = new LinkedHashMap<>();
        rates.forEach((scenario, all) -> {
            for (double rate : all) {
                labels.put(CellRecord.name(scenario, rate), scenario + suffix(rate, all));
            }
        });
        return labels;
    }

    private static String suffix(double rate, SortedSet<Double> all) {
        if (all.size() == 1) {
            return "";
        }
        if (rate == all.first()) {
            return ".low";
        }
        return rate == all.last()
                ? ".high"
                : ".r" + BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
    }

    private void addStartup() {
        startup("first_response_ms", "Start to first correct answer", "ms", StartupRecord::toFirstResponseMs);
        startup("ready_ms", "Start to ready", "ms", StartupRecord::toReadyMs);
        startup("cpu_s", "CPU to ready", "s", StartupRecord::cpuSecondsToReady);
    }

    private void startup(String name, String label, String unit, ToDoubleFunction<StartupRecord> field) {
        add(new Metric("startup." + name, label, unit, RunKind.STARTUP), run -> {
            StartupRecord startup = run.startup();
            return startup == null ? Double.NaN : field.applyAsDouble(startup);
        });
    }

    private void addMemory(List<RunRecord> runs) {
        MOMENTS.forEach((moment, words) -> {
            memory(runs, moment, "rss_mib", "RSS " + words, "MiB", it -> it.rssKib() / KIB_PER_MIB);
            memory(runs, moment, "pss_mib", "PSS " + words, "MiB", it -> it.pssKib() / KIB_PER_MIB);
            memory(runs, moment, "anonymous_mib", "Anonymous " + words, "MiB", it -> it.anonymousKib() / KIB_PER_MIB);
            memory(runs, moment, "heap_mib", "Heap after GC " + words, "MiB", MetricCatalogue::heapMib);
            memory(runs, moment, "threads", "Threads " + words, "", Moment::threads);
        });
    }

    /** Memory at ready is taken from the start-up runs, of which there are more, where they recorded it. */
    private void memory(
            List<RunRecord> runs,
            String moment,
            String name,
            String label,
            String unit,
            ToDoubleFunction<Moment> field) {
        ToDoubleFunction<RunRecord> value = run -> {
            Moment found = moment(run, moment);
            return found == null ? Double.NaN : field.applyAsDouble(found);
        };
        boolean atStartup = moment.equals(MemoryRecord.READY)
                && runs.stream()
                        .anyMatch(run -> run.kind() == RunKind.STARTUP && Double.isFinite(value.applyAsDouble(run)));
        RunKind kind = atStartup ? RunKind.STARTUP : RunKind.LOAD;
        add(new Metric("memory." + moment + '.' + name, label, unit, kind), value);
    }

    private static @Nullable Moment moment(RunRecord run, String name) {
        return run.memory().moments().stream()
                .filter(it -> it.moment().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static double heapMib(Moment moment) {
        Long heap = moment.heapUsedAfterGcKib();
        return heap == null ? Double.NaN : heap / KIB_PER_MIB;
    }

    private void addCell(String cell, String label) {
        String words = cell.replace("@", " at ") + "/s";
        PERCENTILES.forEach((name, percentile) -> add(
                new Metric(
                        "latency.%s.%s_ms".formatted(label, name), "p" + percentile + ' ' + words, "ms", RunKind.LOAD),
                run -> inCell(run, cell, it -> it.percentilesMs().getOrDefault(percentile, Double.NaN))));
        add(
                new Metric("cpu.%s.s_per_1000".formatted(label), "CPU per 1,000 " + words, "s", RunKind.LOAD),
                run -> inCell(run, cell, CellRecord::cpuSecondsPer1000));
    }

    private static double inCell(RunRecord run, String cell, ToDoubleFunction<CellRecord> field) {
        return run.cells().stream()
                .filter(it -> CellRecord.name(it.scenario(), it.rate()).equals(cell))
                .findFirst()
                .map(it -> field.applyAsDouble(it))
                .orElse(Double.NaN);
    }

    private void add(Metric metric, ToDoubleFunction<RunRecord> value) {
        entries.put(metric.id(), new Entry(metric, value));
    }

    /**
     * How many requests a run had beyond the percentile that a latency metric reads, the fewest over these runs; empty for
     * other metrics and where no run has the cell.
     */
    static OptionalDouble beyond(String id, List<RunRecord> runs) {
        Map<String, String> cells = new TreeMap<>();
        cellLabels(runs).forEach((cell, label) -> cells.put(label, cell));
        for (var percentile : PERCENTILES.entrySet()) {
            String end = "." + percentile.getKey() + "_ms";
            if (id.startsWith("latency.") && id.endsWith(end)) {
                String cell = cells.get(id.substring("latency.".length(), id.length() - end.length()));
                double share = 1 - Double.parseDouble(percentile.getValue()) / 100;
                return runs.stream()
                        .flatMap(run -> run.cells().stream())
                        .filter(it -> CellRecord.name(it.scenario(), it.rate()).equals(cell))
                        .mapToDouble(it -> it.requests() * share)
                        .min();
            }
        }
        return OptionalDouble.empty();
    }

    private static Map<String, String> percentiles() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String percentile : List.of("50", "90", "99", "99.9")) {
            names.put("p" + percentile.replace(".", ""), percentile);
        }
        return names;
    }

    private static Map<String, String> moments() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(MemoryRecord.READY, "at ready");
        words.put(MemoryRecord.IDLE, "idle");
        words.put(MemoryRecord.LOAD, "under load");
        words.put(MemoryRecord.AFTER, "after load");
        return words;
    }
}
