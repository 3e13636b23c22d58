package dev.twinlab.lab.run;

import dev.twinlab.lab.plan.Plan;
import dev.twinlab.lab.record.CellRecord;
import dev.twinlab.lab.record.MemoryRecord;
import dev.twinlab.lab.record.PlannedRun;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Tells a person what runs now, which block of how many, and how long it will still take. */
final class Progress {
    /** What a process costs beside its load: start, questions to the JVM, copy of the database, stop. */
    private static final double STARTUP_SECONDS = 4;

    private static final double LOAD_EXTRA_SECONDS = 9;

    private final PrintWriter out;
    private final Plan plan;
    private final Map<RunKind, Double> seconds = new EnumMap<>(RunKind.class);
    private final Map<RunKind, Integer> seen = new EnumMap<>(RunKind.class);

    Progress(PrintWriter out, Plan plan) {
        this.out = out;
        this.plan = plan;
        seconds.put(RunKind.STARTUP, STARTUP_SECONDS);
        seconds.put(
                RunKind.LOAD,
                plan.loadTime().toSeconds() + plan.idleSeconds() + plan.afterSeconds() + LOAD_EXTRA_SECONDS);
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /**
     * Before a run.
     *
     * @param number of the run, from 1
     * @param total runs of the campaign as it stands
     * @param left this run and those after it
     */
    void begin(PlannedRun run, int number, int total, Collection<PlannedRun> left) {
        int blocks = run.kind() == RunKind.STARTUP ? plan.startupPairs() : plan.loadBlocks();
        say(String.format(
                Locale.ROOT,
                "%3d/%d  %-8s block %d of %d  %-9s  about %s left%s",
                number,
                total,
                run.kind().name().toLowerCase(Locale.ROOT),
                run.block(),
                blocks,
                run.service(),
                minutes(left),
                run.attempt() > 1 ? "  (repeat)" : ""));
    }

    /** After a run. */
    void end(RunRecord run) {
        int count = seen.merge(run.kind(), 1, Integer::sum);
        double took = run.durationMs() / 1000.0;
        seconds.compute(run.kind(), (kind, before) -> count == 1 ? took : before + (took - before) / count);
        if (!run.valid()) {
            run.invalidReasons().forEach(it -> say("         invalid: " + it));
            return;
        }
        var line = new StringBuilder("         ");
        if (run.startup() != null) {
            line.append(String.format(
                    Locale.ROOT, "first answer %.0f ms", run.startup().toFirstResponseMs()));
        }
        run.memory().moments().stream()
                .filter(it -> it.moment().equals(MemoryRecord.LOAD) || run.kind() == RunKind.STARTUP)
                .findFirst()
                .ifPresent(it ->
                        line.append(String.format(Locale.ROOT, ", %s RSS %d MiB", it.moment(), it.rssKib() / 1024)));
        if (!run.cells().isEmpty()) {
            CellRecord last = run.cells().getLast();
            Double p99 = last.percentilesMs().get("99");
            if (p99 != null) {
                line.append(String.format(Locale.ROOT, ", %s p99 %.1f ms", last.name(), p99));
            }
        }
        say(line.toString());
    }

    private String minutes(Collection<PlannedRun> left) {
        double sum = left.stream()
                .mapToDouble(it -> seconds.getOrDefault(it.kind(), 0.0))
                .sum();
        long whole = Math.round(sum);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
