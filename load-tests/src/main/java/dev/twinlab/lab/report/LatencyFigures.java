package dev.twinlab.lab.report;

import dev.twinlab.lab.record.CellRecord;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.report.plot.Chart;
import dev.twinlab.lab.report.plot.Chart.Axis;
import dev.twinlab.lab.report.plot.Chart.Dot;
import dev.twinlab.lab.report.plot.Chart.Line;
import dev.twinlab.lab.report.plot.Chart.Point;
import dev.twinlab.lab.report.plot.Chart.Standing;
import dev.twinlab.lab.report.plot.Chart.Stroke;
import dev.twinlab.lab.report.plot.Chart.Tick;
import dev.twinlab.lab.report.plot.Numbers;
import dev.twinlab.lab.report.plot.Side;
import dev.twinlab.lab.report.plot.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Latency by percentile at each rate, and over the rates. */
final class LatencyFigures {
    private static final double[] TICKS = {50, 90, 99, 99.9, 99.99};
    private static final double DEEPEST = 99.9999;

    private final ReportModel model;
    private final FigureWriter page;
    private final List<RunRecord> runs;

    private record Spectrum(RunRecord run, Side side, SortedMap<Double, Double> percentiles) {}

    LatencyFigures(ReportModel model, FigureWriter page) {
        this.model = model;
        this.page = page;
        this.runs = model.validRuns(RunKind.LOAD);
    }

    void write() {
        spectra();
        rates();
    }

    private void spectra() {
        page.open(
                "latency",
                "Latency, the whole spectrum",
                "Each thin line is one run; the bold line is the median of the runs at each percentile. Every further nine takes"
                        + " the same room, so the tail is as visible as the middle. A line ends where its sample ends.");
        Set<String> cells = new LinkedHashSet<>();
        runs.forEach(run -> run.cells().forEach(it -> cells.add(it.name())));
        if (cells.isEmpty()) {
            page.absent("No valid load run was recorded, so there is no latency to draw.")
                    .close();
            return;
        }
        page.legend("bold: median of the runs, dashed for Micronaut");
        TextTable table =
                new TextTable("scenario", "percentile", "Helidon, median", "runs", "Micronaut, median", "runs");
        table.alignRight(1, 2, 3, 4, 5);
        page.openPanels();
        int number = 0;
        for (String cell : cells) {
            List<Spectrum> spectra = spectra(cell);
            page.chart("spectrum-" + number++, FigureWriter.words(cell), chart(spectra), describe(spectra));
            rows(table, cell, spectra);
        }
        page.closePanels()
                .table("The medians and ranges as numbers (ms)", table)
                .close();
    }

    private List<Spectrum> spectra(String cell) {
        List<Spectrum> spectra = new ArrayList<>();
        for (RunRecord run : runs) {
            cell(run, cell).ifPresent(it -> {
                SortedMap<Double, Double> percentiles = new TreeMap<>();
                // A logarithmic axis has no place for zero.
                it.percentilesMs().forEach((name, value) -> {
                    if (value > 0) {
                        percentiles.put(Double.valueOf(name), value);
                    }
                });
                percentiles.remove(100.0);
                spectra.add(new Spectrum(run, ReportModel.sideOf(run), percentiles));
            });
        }
        return spectra;
    }

    private static Optional<CellRecord> cell(RunRecord run, String name) {
        return run.cells().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    private static Chart chart(List<Spectrum> spectra) {
        double deepest = spectra.stream()
                .filter(it -> !it.percentiles().isEmpty())
                .mapToDouble(it -> it.percentiles().lastKey())
                .max()
                .orElse(50);
        List<Line> lines = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        spectra.forEach(it -> lines.add(new Line(it.side(), Stroke.THIN, points(it.percentiles()))));
        for (Side side : Side.values()) {
            SortedMap<Double, Double> median = median(spectra, side);
            lines.add(new Line(side, Stroke.BOLD, points(median)));
            for (double tick : TICKS) {
                Double value = median.get(tick);
                if (value != null) {
                    String tip = "%s, median p%s: %s"
                            .formatted(FigureWriter.name(side), name(tick), Numbers.value(value, "ms"));
                    dots.add(new Dot(side, nines(tick), value, "", tip, Standing.PAIRED));
                }
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (double tick : TICKS) {
            if (tick <= deepest) {
                ticks.add(new Tick(nines(tick), name(tick) + "%"));
            }
        }
        return new Chart.Plane(
                Axis.ticked("percentile", 0, nines(deepest) * 1.03, ticks),
                Axis.log("ms"),
                List.of(),
                List.of(),
                lines,
                dots);
    }

    private static List<Point> points(SortedMap<Double, Double> percentiles) {
        return percentiles.entrySet().stream()
                .map(it -> new Point(nines(it.getKey()), it.getValue()))
                .toList();
    }

    /** The median over the runs of each percentile that all of them have: never a percentile of pooled requests. */
    private static SortedMap<Double, Double> median(List<Spectrum> spectra, Side side) {
        List<Spectrum> own = spectra.stream().filter(it -> it.side() == side).toList();
        SortedMap<Double, Double> median = new TreeMap<>();
        if (own.isEmpty()) {
            return median;
        }
        for (Double percentile : own.getFirst().percentiles().keySet()) {
            if (own.stream().allMatch(it -> it.percentiles().containsKey(percentile))) {
                median.put(percentile, Statistic.median(at(spectra, side, percentile)));
            }
        }
        return median;
    }

    private static double nines(double percentile) {
        return -StrictMath.log10(1 - Math.min(percentile, DEEPEST) / 100);
    }

    private static String describe(List<Spectrum> spectra) {
        StringBuilder words = new StringBuilder();
        for (Side side : Side.values()) {
            SortedMap<Double, Double> median = median(spectra, side);
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

    private static void rows(TextTable table, String cell, List<Spectrum> spectra) {
        for (double percentile : TICKS) {
            List<Double> helidon = at(spectra, Side.HELIDON, percentile);
            List<Double> micronaut = at(spectra, Side.MICRONAUT, percentile);
            if (!helidon.isEmpty() || !micronaut.isEmpty()) {
                table.add(
                        FigureWriter.words(cell),
                        "p" + name(percentile),
                        Numbers.value(Statistic.median(helidon)),
                        range(helidon),
                        Numbers.value(Statistic.median(micronaut)),
                        range(micronaut));
            }
        }
    }

    private static List<Double> at(List<Spectrum> spectra, Side side, double percentile) {
        return spectra.stream()
                .filter(it -> it.side() == side && it.percentiles().containsKey(percentile))
                .map(it -> it.percentiles().getOrDefault(percentile, Double.NaN))
                .toList();
    }

    private static String range(List<Double> values) {
        return values.isEmpty()
                ? "–"
                : Numbers.value(Statistic.smallest(values)) + "–" + Numbers.value(Statistic.largest(values));
    }

    private static String name(double percentile) {
        return percentile == Math.rint(percentile) ? Long.toString((long) percentile) : Double.toString(percentile);
    }

    private void rates() {
        Map<String, SortedSet<Double>> rates = new LinkedHashMap<>();
        for (RunRecord run : runs) {
            run.cells().forEach(it -> rates.computeIfAbsent(it.scenario(), name -> new TreeSet<>())
                    .add(it.rate()));
        }
        rates.values().removeIf(it -> it.size() < 2);
        page.open(
                "rates",
                "Latency against offered rate",
                "How the slow requests grow as more is asked: a dot is one run, the line joins the medians. Where a line turns"
                        + " upwards, the service begins to queue.");
        if (rates.isEmpty()) {
            page.absent("Not drawn: no scenario was measured at more than one rate.")
                    .close();
            return;
        }
        page.legend("");
        TextTable table = new TextTable("scenario", "percentile", "offered rate", "run", "ms");
        table.alignRight(1, 2, 4);
        page.openPanels();
        int number = 0;
        for (var scenario : rates.entrySet()) {
            for (String percentile : List.of("50", "99")) {
                number += rates(number, scenario.getKey(), scenario.getValue(), percentile, table) ? 1 : 0;
            }
        }
        page.closePanels();
        page.absent(
                "No limit line is drawn: this campaign looked at fixed rates, not for the largest rate that still meets a"
                        + " service level.");
        page.longTable("Every run as numbers (ms)", table).close();
    }

    private boolean rates(int number, String scenario, SortedSet<Double> rates, String percentile, TextTable table) {
        List<Dot> dots = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        // The two services stand beside each other, not on each other.
        double aside = (rates.last() - rates.first()) * 0.018;
        StringBuilder description = new StringBuilder("Medians.");
        for (Side side : Side.values()) {
            List<Point> medians = new ArrayList<>();
            for (double rate : rates) {
                List<Double> values = new ArrayList<>();
                for (RunRecord run : runs) {
                    Double value = cell(run, CellRecord.name(scenario, rate))
                            .map(it -> it.percentilesMs().get(percentile))
                            .orElse(null);
                    if (value != null && value > 0 && ReportModel.sideOf(run) == side) {
                        values.add(value);
                        dots.add(new Dot(
                                side,
                                rate + (side == Side.HELIDON ? -aside : aside),
                                value,
                                run.id(),
                                run.id() + ": " + Numbers.value(value, "ms"),
                                model.standing(run)));
                        table.add(scenario, "p" + percentile, Numbers.value(rate), run.id(), Numbers.value(value));
                    }
                }
                if (!values.isEmpty()) {
                    double median = Statistic.median(values);
                    medians.add(new Point(rate, median));
                    description.append(" %s at %s/s: %s."
                            .formatted(FigureWriter.name(side), Numbers.value(rate), Numbers.value(median, "ms")));
                }
            }
            lines.add(new Line(side, Stroke.BOLD, medians));
        }
        if (dots.isEmpty()) {
            return false;
        }
        double room = (rates.last() - rates.first()) * 0.08;
        List<Tick> ticks =
                rates.stream().map(it -> new Tick(it, Numbers.value(it))).toList();
        page.chart(
                "rates-" + number,
                "p%s, %s".formatted(percentile, scenario),
                new Chart.Plane(
                        Axis.ticked("offered requests a second", rates.first() - room, rates.last() + room, ticks),
                        Axis.log("ms"),
                        List.of(),
                        List.of(),
                        lines,
                        dots),
                description.toString());
        return true;
    }
}
