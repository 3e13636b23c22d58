package dev.twinlab.lab.report;

import dev.twinlab.lab.record.MemoryRecord;
import dev.twinlab.lab.record.MemoryRecord.Sample;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.report.plot.Chart;
import dev.twinlab.lab.report.plot.Chart.Axis;
import dev.twinlab.lab.report.plot.Chart.Band;
import dev.twinlab.lab.report.plot.Chart.Dot;
import dev.twinlab.lab.report.plot.Chart.Line;
import dev.twinlab.lab.report.plot.Chart.Point;
import dev.twinlab.lab.report.plot.Chart.Stroke;
import dev.twinlab.lab.report.plot.Chart.Tick;
import dev.twinlab.lab.report.plot.Numbers;
import dev.twinlab.lab.report.plot.Side;
import dev.twinlab.lab.report.plot.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Memory over time and at four moments. */
final class MemoryFigures {
    private static final double KIB_PER_MIB = 1024;
    private static final double SPREAD = 0.3;
    /** The share of the axis that a band needs for its number. */
    private static final double LABELLED = 0.045;

    private static final Map<String, String> MOMENTS = moments();

    private final ReportModel model;
    private final FigureWriter page;

    MemoryFigures(ReportModel model, FigureWriter page) {
        this.model = model;
        this.page = page;
    }

    void write() {
        page.open(
                "memory",
                "Memory over time, and at four moments",
                "Resident set (RSS) of the process once a second, one line a run, with only that service running. The numbered"
                        + " bands are the phases of a run.");
        List<RunRecord> sampled = model.validRuns(RunKind.LOAD).stream()
                .filter(it -> !it.memory().series().isEmpty())
                .toList();
        if (sampled.isEmpty()) {
            page.absent("Memory over time is not drawn: no valid load run has samples.");
        } else {
            timelines(sampled);
        }
        atMoments();
        page.absent(
                "A heap sweep (which heap is the smallest that still serves) is not drawn: every run of this campaign had"
                        + " the same heap.");
        page.close();
    }

    private void timelines(List<RunRecord> runs) {
        List<String> names = new ArrayList<>();
        double seconds = 0;
        double largest = 0;
        for (RunRecord run : runs) {
            for (Sample sample : run.memory().series()) {
                if (!names.contains(sample.phase())) {
                    names.add(sample.phase());
                }
                seconds = Math.max(seconds, sample.atMs() / 1000.0);
                largest = Math.max(largest, sample.rssKib() / KIB_PER_MIB);
            }
        }
        List<String> legend = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            legend.add((i + 1) + " " + FigureWriter.words(names.get(i)));
        }
        page.notes(legend);
        TextTable table = new TextTable("phase", "service", "samples", "smallest RSS", "median", "largest");
        table.alignRight(2, 3, 4, 5);
        page.openPanels();
        for (Side side : Side.values()) {
            List<RunRecord> own =
                    runs.stream().filter(it -> ReportModel.sideOf(it) == side).toList();
            if (!own.isEmpty()) {
                timeline(side, own, names, seconds, largest);
                names.forEach(it -> phaseRow(table, own, side, it));
            }
        }
        page.closePanels().table("The phases as numbers (MiB)", table);
    }

    private void timeline(Side side, List<RunRecord> runs, List<String> names, double seconds, double largest) {
        List<Line> lines = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        for (RunRecord run : runs) {
            List<Point> points = new ArrayList<>();
            for (Sample sample : run.memory().series()) {
                points.add(new Point(sample.atMs() / 1000.0, sample.rssKib() / KIB_PER_MIB));
            }
            lines.add(new Line(side, Stroke.THIN, points));
            // One mark a run leads to its file; a mark a sample would cover the line.
            Point last = points.getLast();
            dots.add(new Dot(
                    side,
                    last.x(),
                    last.y(),
                    run.id(),
                    run.id() + ": " + Numbers.value(last.y(), "MiB") + " at its end",
                    model.standing(run)));
        }
        page.chart(
                "timeline-" + FigureWriter.name(side).toLowerCase(Locale.ROOT),
                model.nameOf(side) + ", RSS over time",
                new Chart.Plane(
                        Axis.ticked("seconds since the start of the process", 0, Math.max(1, seconds), List.of()),
                        Axis.fromZero("MiB", largest),
                        bands(runs.getFirst(), names, seconds),
                        List.of(),
                        lines,
                        dots),
                "%s, %s runs; the largest resident set is %s."
                        .formatted(
                                FigureWriter.name(side),
                                runs.size(),
                                Numbers.value(
                                        Statistic.largest(lines.stream()
                                                .flatMap(it -> it.points().stream())
                                                .map(Point::y)
                                                .toList()),
                                        "MiB")));
    }

    /** The phases of the first run, one after another; a number is left out where its band is too narrow for it. */
    private static List<Band> bands(RunRecord run, List<String> names, double seconds) {
        List<Band> bands = new ArrayList<>();
        List<Sample> series = run.memory().series();
        int first = 0;
        for (int i = 1; i <= series.size(); i++) {
            boolean isLast = i == series.size();
            String phase = series.get(first).phase();
            if (isLast || !series.get(i).phase().equals(phase)) {
                double from = series.get(first).atMs() / 1000.0;
                double to = series.get(isLast ? i - 1 : i).atMs() / 1000.0;
                boolean isWide = to - from > LABELLED * seconds;
                bands.add(new Band(from, to, isWide ? Integer.toString(names.indexOf(phase) + 1) : ""));
                first = i;
            }
        }
        return bands;
    }

    private static void phaseRow(TextTable table, List<RunRecord> runs, Side side, String phase) {
        List<Double> values = runs.stream()
                .flatMap(it -> it.memory().series().stream())
                .filter(it -> it.phase().equals(phase))
                .map(it -> it.rssKib() / KIB_PER_MIB)
                .toList();
        if (!values.isEmpty()) {
            table.add(
                    FigureWriter.words(phase),
                    FigureWriter.name(side),
                    Integer.toString(values.size()),
                    Numbers.value(Statistic.smallest(values)),
                    Numbers.value(Statistic.median(values)),
                    Numbers.value(Statistic.largest(values)));
        }
    }

    private void atMoments() {
        TextTable table = new TextTable("what", "moment", "service", "n", "smallest", "median", "largest");
        table.alignRight(3, 4, 5, 6);
        page.legend("");
        page.openPanels();
        atMoments(table, "rss_mib", "Resident set (RSS)");
        atMoments(table, "pss_mib", "Proportional set (PSS)");
        atMoments(table, "anonymous_mib", "Anonymous pages");
        atMoments(table, "heap_mib", "Heap used after a full collection");
        page.closePanels().table("The moments as numbers (MiB)", table);
    }

    private void atMoments(TextTable table, String metric, String heading) {
        List<Tick> ticks = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        StringBuilder description = new StringBuilder("Medians.");
        for (var moment : MOMENTS.entrySet()) {
            String id = "memory." + moment.getKey() + '.' + metric;
            var found = model.catalogue().find(id);
            if (found.isEmpty()) {
                continue;
            }
            int slot = ticks.size() + 1;
            ticks.add(new Tick(slot, moment.getValue()));
            for (Side side : Side.values()) {
                List<RunRecord> runs = model.validRuns(found.get().kind()).stream()
                        .filter(it -> ReportModel.sideOf(it) == side
                                && model.catalogue().value(id, it).isPresent())
                        .toList();
                List<Double> values = new ArrayList<>();
                for (int i = 0; i < runs.size(); i++) {
                    RunRecord run = runs.get(i);
                    double value = model.catalogue().value(id, run).orElseThrow();
                    values.add(value);
                    double across = runs.size() == 1 ? 0 : SPREAD * ((double) i / (runs.size() - 1) - 0.5);
                    dots.add(new Dot(
                            side,
                            slot + (side == Side.HELIDON ? -0.2 : 0.2) + across,
                            value,
                            run.id(),
                            run.id() + ": " + Numbers.value(value, "MiB"),
                            model.standing(run)));
                }
                if (!values.isEmpty()) {
                    description.append(" %s, %s: %s."
                            .formatted(
                                    moment.getValue(),
                                    FigureWriter.name(side),
                                    Numbers.value(Statistic.median(values), "MiB")));
                    table.add(
                            heading,
                            moment.getValue(),
                            FigureWriter.name(side),
                            Integer.toString(values.size()),
                            Numbers.value(Statistic.smallest(values)),
                            Numbers.value(Statistic.median(values)),
                            Numbers.value(Statistic.largest(values)));
                }
            }
        }
        if (!dots.isEmpty()) {
            page.chart(
                    "moments-" + metric,
                    heading,
                    new Chart.Plane(
                            Axis.ticked("", 0.5, ticks.size() + 0.5, ticks),
                            Axis.fromZero(
                                    "MiB",
                                    Statistic.largest(dots.stream().map(Dot::y).toList())),
                            List.of(),
                            List.of(),
                            List.of(),
                            dots),
                    description.toString());
        }
    }

    private static Map<String, String> moments() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(MemoryRecord.READY, "at ready");
        words.put(MemoryRecord.IDLE, "idle");
        words.put(MemoryRecord.LOAD, "under load");
        words.put(MemoryRecord.AFTER, "after");
        return words;
    }
}
