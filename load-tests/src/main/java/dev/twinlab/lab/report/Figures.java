package dev.twinlab.lab.report;

import dev.twinlab.lab.analyse.Metric;
import dev.twinlab.lab.analyse.MetricResult;
import dev.twinlab.lab.analyse.Pair;
import dev.twinlab.lab.analyse.State;
import dev.twinlab.lab.record.MemoryRecord;
import dev.twinlab.lab.record.MemoryRecord.Sample;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.record.StartupRecord;
import dev.twinlab.lab.report.plot.ForestPlot;
import dev.twinlab.lab.report.plot.ForestPlot.Reading;
import dev.twinlab.lab.report.plot.MomentsPlot;
import dev.twinlab.lab.report.plot.Numbers;
import dev.twinlab.lab.report.plot.SequencePlot;
import dev.twinlab.lab.report.plot.SequencePlot.Standing;
import dev.twinlab.lab.report.plot.Side;
import dev.twinlab.lab.report.plot.SpectrumPlot;
import dev.twinlab.lab.report.plot.Statistic;
import dev.twinlab.lab.report.plot.StripPlot;
import dev.twinlab.lab.report.plot.TimelinePlot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The plots, each with the numbers it is drawn from as a table below. */
final class Figures {
    private static final double WIDE = 900;
    private static final double SLIM = 350;
    private static final double KIB_PER_MIB = 1024;
    private static final Map<String, String> MOMENTS = moments();

    private final ReportModel model;
    private final List<RunRecord> loadRuns;

    Figures(ReportModel model) {
        this.model = model;
        this.loadRuns = model.validRuns(RunKind.LOAD);
    }

    void write(Html html) {
        forest(html);
        spectra(html);
        startup(html);
        memory(html);
        sequence(html);
    }

    private void forest(Html html) {
        List<ForestPlot.Row> rows =
                model.verdict().judged().stream().map(Figures::forestRow).toList();
        section(
                html,
                "ratios",
                "The verdict in one picture",
                "A mark is the estimated ratio, its line the interval, each small dot one pair. Left of 1 Helidon needs less,"
                        + " right of it Micronaut. The shaded band is the margin: a line inside it is equivalent, a line beside"
                        + " it decides.");
        html.open("p", "legend");
        html.raw("<span class=\"key h\">Helidon better</span> <span class=\"key m\">Micronaut better</span> ")
                .raw("<span class=\"key eq\">equivalent</span> <span class=\"key open\">inconclusive</span> ")
                .close("p");
        String title = "Ratio Helidon / Micronaut of every metric that decides, with intervals";
        String description = model.verdict().judged().stream()
                .map(it -> it.label() + ": " + it.sentence())
                .collect(Collectors.joining(" "));
        html.raw("<div class=\"wide\">" + ForestPlot.draw("forest-wide", rows, WIDE, title, description) + "</div>");
        html.raw("<div class=\"slim\">" + ForestPlot.draw("forest-slim", rows, SLIM, title, description) + "</div>\n");
        TextTable table = new TextTable("metric", "ratio [interval]", "ratio of each pair, by block");
        for (MetricResult metric : model.verdict().judged()) {
            table.add(
                    metric.label(),
                    ReportModel.ratio(metric),
                    metric.values().stream()
                            .map(it -> Numbers.ratio(it.ratio()))
                            .collect(Collectors.joining(" · ")));
        }
        html.folded("The ratios as numbers", table).raw("</section>\n");
    }

    private static ForestPlot.Row forestRow(MetricResult metric) {
        MetricResult.Rule rule = metric.rule();
        State state = metric.state();
        Reading reading =
                switch (state == null ? State.INCONCLUSIVE : state) {
                    case BETTER -> Reading.HELIDON;
                    case WORSE -> Reading.MICRONAUT;
                    case EQUIVALENT -> Reading.EQUIVALENT;
                    case INCONCLUSIVE -> Reading.OPEN;
                };
        return new ForestPlot.Row(
                metric.label() + (rule != null && rule.critical() ? " *" : ""),
                metric.ratio(),
                metric.low(),
                metric.high(),
                metric.values().stream()
                        .map(Pair::ratio)
                        .filter(Double::isFinite)
                        .toList(),
                rule == null ? 0 : rule.margin(),
                reading,
                ReportModel.result(metric));
    }

    private void spectra(Html html) {
        Set<String> cells = new LinkedHashSet<>();
        loadRuns.forEach(run -> run.cells().forEach(it -> cells.add(it.name())));
        section(
                html,
                "latency",
                "Latency, the whole spectrum",
                "Each thin line is one run; the bold line is the median of the runs at each percentile. Every further nine takes"
                        + " the same room, so the tail is as visible as the middle. A line ends where its sample ends.");
        if (cells.isEmpty()) {
            html.element("p", "", "No valid load run was recorded.").raw("</section>\n");
            return;
        }
        legend(html, true);
        TextTable table =
                new TextTable("scenario", "percentile", "Helidon, median", "runs", "Micronaut, median", "runs");
        table.alignRight(1, 2, 3, 4, 5);
        html.open("div", "panels");
        int number = 0;
        for (String cell : cells) {
            List<SpectrumPlot.Line> lines = lines(cell);
            String title = "Latency by percentile, " + words(cell);
            panel(html, words(cell), SpectrumPlot.draw("spectrum-" + number++, lines, title, describe(lines)));
            spectrumRows(table, cell, lines);
        }
        html.close("div");
        html.folded("The medians and ranges as numbers (ms)", table).raw("</section>\n");
    }

    private List<SpectrumPlot.Line> lines(String cell) {
        List<SpectrumPlot.Line> lines = new ArrayList<>();
        for (RunRecord run : loadRuns) {
            run.cells().stream()
                    .filter(it -> it.name().equals(cell))
                    .findFirst()
                    .ifPresent(it -> {
                        SortedMap<Double, Double> percentiles = new TreeMap<>();
                        it.percentilesMs().forEach((name, value) -> percentiles.put(Double.valueOf(name), value));
                        percentiles.remove(100.0);
                        lines.add(new SpectrumPlot.Line(ReportModel.sideOf(run), run.id(), percentiles));
                    });
        }
        return lines;
    }

    private static String describe(List<SpectrumPlot.Line> lines) {
        StringBuilder words = new StringBuilder();
        for (Side side : Side.values()) {
            SortedMap<Double, Double> median = SpectrumPlot.median(lines, side);
            words.append(side == Side.HELIDON ? "Helidon" : " Micronaut").append(", median of the runs:");
            for (double percentile : new double[] {50, 90, 99, 99.9}) {
                Double value = median.get(percentile);
                if (value != null) {
                    words.append(" p").append(name(percentile)).append(' ').append(Numbers.value(value, "ms"));
                }
            }
            words.append('.');
        }
        return words.toString();
    }

    private static void spectrumRows(TextTable table, String cell, List<SpectrumPlot.Line> lines) {
        for (double percentile : new double[] {50, 90, 99, 99.9, 99.99}) {
            List<Double> helidon = at(lines, Side.HELIDON, percentile);
            List<Double> micronaut = at(lines, Side.MICRONAUT, percentile);
            if (!helidon.isEmpty() || !micronaut.isEmpty()) {
                table.add(
                        words(cell),
                        "p" + name(percentile),
                        Numbers.value(Statistic.median(helidon)),
                        range(helidon),
                        Numbers.value(Statistic.median(micronaut)),
                        range(micronaut));
            }
        }
    }

    private static List<Double> at(List<SpectrumPlot.Line> lines, Side side, double percentile) {
        return lines.stream()
                .filter(it -> it.side() == side && it.percentiles().containsKey(percentile))
                .map(it -> it.percentiles().getOrDefault(percentile, Double.NaN))
                .toList();
    }

    private void startup(Html html) {
        section(
                html,
                "startup",
                "Every start",
                "Start-up runs decide; the starts of load runs are shown beside them and are not pooled with them. A hollow mark"
                        + " has no valid partner in its block. The upright line is the median.");
        legend(html, false);
        TextTable table = new TextTable("what", "runs", "n", "smallest", "median", "largest");
        table.alignRight(2, 3, 4, 5);
        html.open("div", "panels");
        strip(html, table, "first", "Start to first correct answer", "ms", StartupRecord::toFirstResponseMs);
        strip(html, table, "ready", "Start to ready", "ms", StartupRecord::toReadyMs);
        strip(html, table, "cpu", "CPU to ready", "s", StartupRecord::cpuSecondsToReady);
        html.close("div");
        html.folded("The starts as numbers", table).raw("</section>\n");
    }

    private void strip(
            Html html, TextTable table, String id, String heading, String unit, ToDoubleFunction<StartupRecord> value) {
        List<StripPlot.Strip> strips = new ArrayList<>();
        for (RunKind kind : RunKind.values()) {
            for (Side side : Side.values()) {
                List<StripPlot.Point> points = new ArrayList<>();
                for (RunRecord run : model.validRuns(kind)) {
                    StartupRecord startup = run.startup();
                    if (startup != null && ReportModel.sideOf(run) == side) {
                        double seen = value.applyAsDouble(startup);
                        points.add(new StripPlot.Point(
                                seen, model.pairing().isUsed(run), run.id() + ": " + Numbers.value(seen, unit)));
                    }
                }
                String runs = kind == RunKind.STARTUP ? "start-up runs" : "load runs";
                if (!points.isEmpty()) {
                    strips.add(
                            new StripPlot.Strip(side, "%s, %s %s".formatted(name(side), points.size(), runs), points));
                    List<Double> values =
                            points.stream().map(StripPlot.Point::value).toList();
                    table.add(
                            heading + " (" + unit + ")",
                            name(side) + ", " + runs,
                            Integer.toString(values.size()),
                            Numbers.value(Statistic.smallest(values)),
                            Numbers.value(Statistic.median(values)),
                            Numbers.value(Statistic.largest(values)));
                }
            }
        }
        if (!strips.isEmpty()) {
            String description = strips.stream()
                    .map(it -> it.label() + ", median "
                            + Numbers.value(
                                    Statistic.median(it.points().stream()
                                            .map(StripPlot.Point::value)
                                            .toList()),
                                    unit))
                    .collect(Collectors.joining("; "));
            panel(
                    html,
                    heading,
                    StripPlot.draw("strip-" + id, strips, unit, heading + ", every start", description + "."));
        }
    }

    private void memory(Html html) {
        section(
                html,
                "memory",
                "Memory over time, and at four moments",
                "Resident set (RSS) of the process once a second, one line a run, with only that service running. The numbered"
                        + " bands are the phases of a run.");
        List<RunRecord> sampled =
                loadRuns.stream().filter(it -> !it.memory().series().isEmpty()).toList();
        if (!sampled.isEmpty()) {
            timeline(html, sampled);
        }
        momentsOf(html);
        html.raw("</section>\n");
    }

    private void timeline(Html html, List<RunRecord> runs) {
        List<String> names = new ArrayList<>();
        runs.forEach(run -> run.memory().series().stream()
                .map(Sample::phase)
                .filter(it -> !names.contains(it))
                .forEach(names::add));
        double seconds = 0;
        double largest = 0;
        for (RunRecord run : runs) {
            for (Sample sample : run.memory().series()) {
                seconds = Math.max(seconds, sample.atMs() / 1000.0);
                largest = Math.max(largest, sample.rssKib() / KIB_PER_MIB);
            }
        }
        html.open("p", "legend");
        for (int i = 0; i < names.size(); i++) {
            html.element("span", "phasekey", (i + 1) + " " + words(names.get(i)));
        }
        html.close("p");
        TextTable table = new TextTable("phase", "service", "samples", "smallest RSS", "median", "largest");
        table.alignRight(2, 3, 4, 5);
        html.open("div", "panels");
        for (Side side : Side.values()) {
            List<RunRecord> own =
                    runs.stream().filter(it -> ReportModel.sideOf(it) == side).toList();
            if (own.isEmpty()) {
                continue;
            }
            String heading = model.nameOf(side) + ", RSS over time";
            String description = "%s, %s runs; the largest resident set is %s."
                    .formatted(
                            name(side),
                            own.size(),
                            Numbers.value(
                                    Statistic.largest(own.stream()
                                            .flatMap(it -> it.memory().series().stream())
                                            .map(it -> it.rssKib() / KIB_PER_MIB)
                                            .toList()),
                                    "MiB"));
            panel(
                    html,
                    heading,
                    TimelinePlot.draw(
                            "timeline-" + name(side),
                            side,
                            own.stream().map(Figures::line).toList(),
                            phases(own, names),
                            seconds,
                            largest,
                            "MiB",
                            heading,
                            description));
            for (String phase : names) {
                phaseRow(table, own, side, phase);
            }
        }
        html.close("div");
        html.folded("The phases as numbers (MiB)", table);
    }

    private static TimelinePlot.Line line(RunRecord run) {
        return new TimelinePlot.Line(
                run.id(),
                run.memory().series().stream()
                        .map(it -> new TimelinePlot.Point(it.atMs() / 1000.0, it.rssKib() / KIB_PER_MIB))
                        .toList());
    }

    /** Phases that every run repeats, such as a warm-up between bursts, are one band from first to last sample. */
    private static List<TimelinePlot.Phase> phases(List<RunRecord> runs, List<String> names) {
        List<Double> starts = new ArrayList<>();
        for (String name : names) {
            starts.add(Statistic.median(runs.stream()
                    .map(run -> bounds(run, name)[0])
                    .filter(Double::isFinite)
                    .toList()));
        }
        List<TimelinePlot.Phase> phases = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            double last = Statistic.median(runs.stream()
                    .map(run -> bounds(run, name)[1])
                    .filter(Double::isFinite)
                    .toList());
            double end = i + 1 < names.size() && starts.get(i + 1) > last ? starts.get(i + 1) : last;
            if (Double.isFinite(starts.get(i)) && end > starts.get(i)) {
                phases.add(new TimelinePlot.Phase(i + 1, starts.get(i), end));
            }
        }
        return phases;
    }

    private static double[] bounds(RunRecord run, String phase) {
        double first = Double.NaN;
        double last = Double.NaN;
        for (Sample sample : run.memory().series()) {
            if (sample.phase().equals(phase)) {
                double at = sample.atMs() / 1000.0;
                first = Double.isNaN(first) ? at : first;
                last = at;
            }
        }
        return new double[] {first, last};
    }

    private static void phaseRow(TextTable table, List<RunRecord> runs, Side side, String phase) {
        List<Double> values = runs.stream()
                .flatMap(it -> it.memory().series().stream())
                .filter(it -> it.phase().equals(phase))
                .map(it -> it.rssKib() / KIB_PER_MIB)
                .toList();
        if (!values.isEmpty()) {
            table.add(
                    words(phase),
                    name(side),
                    Integer.toString(values.size()),
                    Numbers.value(Statistic.smallest(values)),
                    Numbers.value(Statistic.median(values)),
                    Numbers.value(Statistic.largest(values)));
        }
    }

    private void momentsOf(Html html) {
        TextTable table = new TextTable("what", "moment", "service", "n", "smallest", "median", "largest");
        table.alignRight(3, 4, 5, 6);
        legend(html, false);
        html.open("div", "panels");
        moments(html, table, "rss_mib", "Resident set (RSS)");
        moments(html, table, "pss_mib", "Proportional set (PSS)");
        moments(html, table, "anonymous_mib", "Anonymous pages");
        moments(html, table, "heap_mib", "Heap used after a full collection");
        html.close("div");
        html.folded("The moments as numbers (MiB)", table);
    }

    private void moments(Html html, TextTable table, String metric, String heading) {
        List<MomentsPlot.Moment> moments = new ArrayList<>();
        for (var moment : MOMENTS.entrySet()) {
            String id = "memory." + moment.getKey() + '.' + metric;
            model.catalogue().find(id).ifPresent(found -> {
                Map<Side, List<Double>> values = new EnumMap<>(Side.class);
                for (Side side : Side.values()) {
                    List<Double> own = model.validRuns(found.kind()).stream()
                            .filter(it -> ReportModel.sideOf(it) == side)
                            .flatMapToDouble(it -> model.catalogue().value(id, it).stream())
                            .boxed()
                            .toList();
                    values.put(side, own);
                    if (!own.isEmpty()) {
                        table.add(
                                heading,
                                moment.getValue(),
                                name(side),
                                Integer.toString(own.size()),
                                Numbers.value(Statistic.smallest(own)),
                                Numbers.value(Statistic.median(own)),
                                Numbers.value(Statistic.largest(own)));
                    }
                }
                moments.add(new MomentsPlot.Moment(moment.getValue(), values));
            });
        }
        if (!moments.isEmpty()) {
            String description = moments.stream()
                    .map(it -> "%s: Helidon %s, Micronaut %s"
                            .formatted(
                                    it.label(),
                                    Numbers.value(
                                            Statistic.median(it.values().getOrDefault(Side.HELIDON, List.of())), "MiB"),
                                    Numbers.value(
                                            Statistic.median(it.values().getOrDefault(Side.MICRONAUT, List.of())),
                                            "MiB")))
                    .collect(Collectors.joining("; "));
            panel(
                    html,
                    heading,
                    MomentsPlot.draw(
                            "moments-" + metric,
                            moments,
                            "MiB",
                            heading + " at each moment",
                            "Medians. " + description + "."));
        }
    }

    private void sequence(Html html) {
        section(
                html,
                "sequence",
                "In the order in which they ran",
                "A slope that both services share is drift, which pairing cancels; a step is a disturbance. A hollow mark has no"
                        + " valid partner in its block, a cross is an invalid run.");
        legend(html, false);
        List<Metric> metrics = model.verdict().judged().stream()
                .flatMap(it -> model.catalogue().find(it.id()).stream())
                .toList();
        html.open("div", "panels");
        int number = 0;
        for (Metric metric : metrics) {
            List<SequencePlot.Point> points = new ArrayList<>();
            for (RunRecord run : model.campaign().runs()) {
                model.catalogue()
                        .value(metric.id(), run)
                        .ifPresent(value -> points.add(new SequencePlot.Point(
                                ReportModel.sideOf(run),
                                run.sequence(),
                                value,
                                standing(run),
                                run.id() + ": " + Numbers.value(value, metric.unit()))));
            }
            if (!points.isEmpty()) {
                panel(
                        html,
                        metric.label(),
                        SequencePlot.draw(
                                "sequence-" + number++,
                                points,
                                metric.unit(),
                                metric.label() + " in the order of the runs",
                                points.size() + " runs; the table below lists them."));
            }
        }
        html.close("div");
        html.folded("Every run as numbers", runTable(metrics)).raw("</section>\n");
    }

    private Standing standing(RunRecord run) {
        if (!run.valid()) {
            return Standing.INVALID;
        }
        return model.pairing().isUsed(run) ? Standing.PAIRED : Standing.ALONE;
    }

    private TextTable runTable(List<Metric> metrics) {
        List<String> headings = new ArrayList<>(List.of("place", "run", "counts"));
        metrics.forEach(it -> headings.add(it.unit().isEmpty() ? it.label() : it.label() + " (" + it.unit() + ")"));
        TextTable table = new TextTable(headings.toArray(String[]::new));
        table.alignRight(0);
        for (int i = 0; i < metrics.size(); i++) {
            table.alignRight(i + 3);
        }
        for (RunRecord run : model.campaign().runs()) {
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(run.sequence()),
                    run.id(),
                    switch (standing(run)) {
                        case PAIRED -> "yes";
                        case ALONE -> "no valid partner";
                        case INVALID -> "invalid";
                    }));
            for (Metric metric : metrics) {
                var value = model.catalogue().value(metric.id(), run);
                cells.add(value.isPresent() ? Numbers.value(value.getAsDouble()) : "");
            }
            table.add(cells.toArray(String[]::new));
        }
        return table;
    }

    private static void section(Html html, String id, String heading, String explanation) {
        html.raw("<section id=\"" + id + "\">\n").element("h2", "", heading).element("p", "lead", explanation);
    }

    private void legend(Html html, boolean lines) {
        html.open("p", "legend");
        html.raw("<span class=\"key h\">").text(model.nameOf(Side.HELIDON)).raw("</span> ");
        html.raw("<span class=\"key m\">").text(model.nameOf(Side.MICRONAUT)).raw("</span> ");
        if (lines) {
            html.element("span", "note", "bold: median of the runs, dashed for Micronaut");
        }
        html.close("p");
    }

    private static void panel(Html html, String heading, String svg) {
        html.open("figure", "").element("figcaption", "", heading).raw(svg).close("figure");
    }

    private static String range(List<Double> values) {
        return values.isEmpty()
                ? "–"
                : Numbers.value(Statistic.smallest(values)) + "–" + Numbers.value(Statistic.largest(values));
    }

    private static String words(String cell) {
        return cell.equals("warmup") ? "warm-up" : cell.contains("@") ? cell.replace("@", " at ") + "/s" : cell;
    }

    private static String name(Side side) {
        return side == Side.HELIDON ? "Helidon" : "Micronaut";
    }

    private static String name(double percentile) {
        return percentile == Math.rint(percentile) ? Long.toString((long) percentile) : Double.toString(percentile);
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
