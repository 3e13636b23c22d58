package dev.twinlab.lab.report;

import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.record.StartupRecord;
import dev.twinlab.lab.report.plot.Chart;
import dev.twinlab.lab.report.plot.Chart.Axis;
import dev.twinlab.lab.report.plot.Chart.Dot;
import dev.twinlab.lab.report.plot.Chart.Line;
import dev.twinlab.lab.report.plot.Chart.Point;
import dev.twinlab.lab.report.plot.Chart.Strip;
import dev.twinlab.lab.report.plot.Chart.Stroke;
import dev.twinlab.lab.report.plot.Chart.Tick;
import dev.twinlab.lab.report.plot.Numbers;
import dev.twinlab.lab.report.plot.Room;
import dev.twinlab.lab.report.plot.Side;
import dev.twinlab.lab.report.plot.Statistic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Every start as a point, and the share of the starts that were done by a time. */
final class StartupFigures {
    private final ReportModel model;
    private final FigureWriter page;

    StartupFigures(ReportModel model, FigureWriter page) {
        this.model = model;
        this.page = page;
    }

    void write() {
        page.open(
                "startup",
                "Every start",
                "Start-up runs decide; the starts of load runs are shown beside them and are not pooled with them. A hollow mark"
                        + " has no valid partner in its block. The upright line is the median; a cumulative curve tells which share"
                        + " of the start-up runs was done by then, so a curve further left is faster, a steep one steadier.");
        page.legend("");
        TextTable table = new TextTable("what", "runs", "n", "smallest", "median", "largest");
        table.alignRight(2, 3, 4, 5);
        page.openPanels();
        strips(table, "first", "Start to first correct answer", "ms", StartupRecord::toFirstResponseMs);
        strips(table, "ready", "Start to ready", "ms", StartupRecord::toReadyMs);
        strips(table, "cpu", "CPU to ready", "s", StartupRecord::cpuSecondsToReady);
        cumulative("first", "First correct answer, cumulative", StartupRecord::toFirstResponseMs);
        cumulative("ready", "Ready, cumulative", StartupRecord::toReadyMs);
        page.closePanels();
        page.absent(
                "The phases inside a start (JVM, framework, pool, first query) are not drawn: a run records the start as a"
                        + " whole.");
        page.table("The starts as numbers", table).close();
    }

    private List<Dot> starts(RunKind kind, Side side, String unit, ToDoubleFunction<StartupRecord> value) {
        List<Dot> dots = new ArrayList<>();
        for (RunRecord run : model.validRuns(kind)) {
            StartupRecord startup = run.startup();
            if (startup != null && ReportModel.sideOf(run) == side) {
                double seen = value.applyAsDouble(startup);
                dots.add(new Dot(
                        side, seen, 0, run.id(), run.id() + ": " + Numbers.value(seen, unit), model.standing(run)));
            }
        }
        return dots;
    }

    private void strips(
            TextTable table, String id, String heading, String unit, ToDoubleFunction<StartupRecord> value) {
        List<Strip> strips = new ArrayList<>();
        for (RunKind kind : RunKind.values()) {
            for (Side side : Side.values()) {
                List<Dot> dots = starts(kind, side, unit, value);
                if (dots.isEmpty()) {
                    continue;
                }
                String runs = kind == RunKind.STARTUP ? "start-up runs" : "load runs";
                List<Double> values = dots.stream().map(Dot::x).toList();
                double median = Statistic.median(values);
                strips.add(new Strip(
                        "%s, %s %s".formatted(FigureWriter.name(side), dots.size(), runs),
                        "median " + Numbers.value(median, unit),
                        median,
                        dots));
                table.add(
                        heading + " (" + unit + ")",
                        FigureWriter.name(side) + ", " + runs,
                        Integer.toString(values.size()),
                        Numbers.value(Statistic.smallest(values)),
                        Numbers.value(median),
                        Numbers.value(Statistic.largest(values)));
            }
        }
        if (!strips.isEmpty()) {
            List<Double> all = strips.stream()
                    .flatMap(it -> it.dots().stream())
                    .map(Dot::x)
                    .toList();
            page.chart(
                    "strip-" + id,
                    heading,
                    new Chart.Strips(Room.of(all).axis(unit), strips),
                    strips.stream()
                            .map(it -> it.label() + ", " + it.note())
                            .collect(Collectors.joining("; ", "", ".")));
        }
    }

    private void cumulative(String id, String heading, ToDoubleFunction<StartupRecord> value) {
        List<Dot> dots = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Side side : Side.values()) {
            List<Dot> starts = starts(RunKind.STARTUP, side, "ms", value).stream()
                    .sorted(Comparator.comparingDouble(Dot::x).thenComparing(Dot::run))
                    .toList();
            List<Point> steps = new ArrayList<>();
            for (int i = 0; i < starts.size(); i++) {
                Dot start = starts.get(i);
                double share = 100.0 * (i + 1) / starts.size();
                steps.add(new Point(start.x(), 100.0 * i / starts.size()));
                steps.add(new Point(start.x(), share));
                dots.add(new Dot(side, start.x(), share, start.run(), start.tip(), start.standing()));
            }
            lines.add(new Line(side, Stroke.STEP, steps));
        }
        if (!dots.isEmpty()) {
            List<Tick> ticks = List.of(
                    new Tick(0, "0"), new Tick(25, "25"), new Tick(50, "50"), new Tick(75, "75"), new Tick(100, "100"));
            page.chart(
                    "cumulative-" + id,
                    heading,
                    new Chart.Plane(
                            Room.of(dots.stream().map(Dot::x).toList()).axis("ms"),
                            Axis.ticked("% of the starts", 0, 104, ticks),
                            List.of(),
                            List.of(),
                            lines,
                            dots),
                    "The share of the start-up runs that were done by a time; the table below has median and range.");
        }
    }
}
