package dev.twinlab.lab.report;

import dev.twinlab.lab.analyse.Metric;
import dev.twinlab.lab.analyse.Policy;
import dev.twinlab.lab.analyse.Wording;
import dev.twinlab.lab.record.CellRecord;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.report.plot.Chart;
import dev.twinlab.lab.report.plot.Chart.Axis;
import dev.twinlab.lab.report.plot.Chart.Dot;
import dev.twinlab.lab.report.plot.Chart.Line;
import dev.twinlab.lab.report.plot.Chart.Point;
import dev.twinlab.lab.report.plot.Chart.Rule;
import dev.twinlab.lab.report.plot.Chart.Standing;
import dev.twinlab.lab.report.plot.Chart.Stroke;
import dev.twinlab.lab.report.plot.Chart.Tick;
import dev.twinlab.lab.report.plot.Numbers;
import dev.twinlab.lab.report.plot.Room;
import dev.twinlab.lab.report.plot.Side;
import dev.twinlab.lab.report.plot.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Whether the measurement itself can be trusted: warm-up, who was busy, and what drifted. */
final class RunFigures {
    private static final double PERCENT = 100;

    private final ReportModel model;
    private final FigureWriter page;

    RunFigures(ReportModel model, FigureWriter page) {
        this.model = model;
        this.page = page;
    }

    void write() {
        page.open(
                        "warmup",
                        "Warm-up",
                        "A service is warm when its latency no longer falls and its compiler is quiet; what is measured before that"
                                + " is the compiler.")
                .absent("Not drawn: the runs of this campaign record no latency before the first measured window.")
                .close();
        resources();
        sequence();
    }

    private void resources() {
        page.open(
                "resources",
                "Who was busy",
                "CPU of service, load generator and database in each measured window, in the order of a run, as a share of the"
                        + " cores that each may use. A dot above the dashed line makes its run invalid: there the instrument was the"
                        + " limit, not the service.");
        List<RunRecord> runs = model.campaign().runs().stream()
                .filter(it -> it.kind() == RunKind.LOAD && !it.cells().isEmpty())
                .toList();
        if (runs.isEmpty()) {
            page.absent("Not drawn: no load run was recorded.").close();
            return;
        }
        List<String> cells = cells(runs);
        Policy.Gates gates = model.campaign().policy().gates();
        page.legend("hollow: no valid partner; a cross: an invalid run");
        TextTable table = new TextTable("window", "run", "service", "load generator (k6)", "database (PostgreSQL)");
        table.alignRight(2, 3, 4);
        for (String cell : cells) {
            for (RunRecord run : runs) {
                run.cells().stream()
                        .filter(it -> it.name().equals(cell))
                        .forEach(it -> table.add(
                                FigureWriter.words(cell),
                                run.id(),
                                percent(it.serviceCpuFraction()),
                                percent(it.k6CpuFraction()),
                                percent(it.databaseCpuFraction())));
            }
        }
        page.openPanels();
        party("service", "Service", runs, cells, CellRecord::serviceCpuFraction, List.of());
        party("k6", "Load generator (k6)", runs, cells, CellRecord::k6CpuFraction, gate(gates.k6CpuFraction()));
        party(
                "database",
                "Database (PostgreSQL)",
                runs,
                cells,
                CellRecord::databaseCpuFraction,
                gate(gates.databaseCpuFraction()));
        page.closePanels().longTable("Every window as numbers", table).close();
    }

    private static List<String> cells(List<RunRecord> runs) {
        Set<String> cells = new LinkedHashSet<>();
        runs.forEach(run -> run.cells().forEach(it -> cells.add(it.name())));
        return List.copyOf(cells);
    }

    private static List<Rule> gate(double share) {
        return List.of(new Rule(share * PERCENT, "gate " + Wording.share(share)));
    }

    private static String percent(double share) {
        return Numbers.value(share * PERCENT) + " %";
    }

    private void party(
            String id,
            String heading,
            List<RunRecord> runs,
            List<String> cells,
            ToDoubleFunction<CellRecord> share,
            List<Rule> gate) {
        List<Dot> dots = new ArrayList<>();
        for (RunRecord run : runs) {
            Side side = ReportModel.sideOf(run);
            for (CellRecord cell : run.cells()) {
                double value = share.applyAsDouble(cell) * PERCENT;
                if (Double.isFinite(value)) {
                    dots.add(new Dot(
                            side,
                            cells.indexOf(cell.name()) + 1 + (side == Side.HELIDON ? -0.14 : 0.14),
                            value,
                            run.id(),
                            "%s, %s: %s %%".formatted(run.id(), FigureWriter.words(cell.name()), Numbers.value(value)),
                            model.standing(run)));
                }
            }
        }
        double largest =
                Math.max(PERCENT, Statistic.largest(dots.stream().map(Dot::y).toList()));
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            ticks.add(new Tick(i + 1, cells.get(i)));
        }
        List<Double> values = dots.stream().map(Dot::y).toList();
        page.chart(
                "resources-" + id,
                heading,
                new Chart.Plane(
                        Axis.ticked("", 0.5, cells.size() + 0.5, ticks),
                        Axis.ticked("% of its cores", 0, largest * 1.04, List.of()),
                        List.of(),
                        gate,
                        List.of(),
                        dots),
                "%s: median %s %%, largest %s %%.%s"
                        .formatted(
                                heading,
                                Numbers.value(Statistic.median(values)),
                                Numbers.value(Statistic.largest(values)),
                                gate.isEmpty() ? "" : " The " + gate.getFirst().label() + "."));
    }

    private void sequence() {
        page.open(
                "sequence",
                "In the order in which they ran",
                "A slope that both services share is drift, which pairing cancels; a step is a disturbance. A hollow mark has no"
                        + " valid partner in its block, a cross is an invalid run.");
        page.legend("an arrow at the edge: a value beyond the scale");
        List<Metric> metrics = model.verdict().judged().stream()
                .flatMap(it -> model.catalogue().find(it.id()).stream())
                .toList();
        page.openPanels();
        for (int i = 0; i < metrics.size(); i++) {
            sequence(i, metrics.get(i));
        }
        page.closePanels().longTable("Every run as numbers", runTable(metrics)).close();
    }

    private void sequence(int number, Metric metric) {
        List<Dot> dots = new ArrayList<>();
        for (RunRecord run : model.campaign().runs()) {
            model.catalogue()
                    .value(metric.id(), run)
                    .ifPresent(value -> dots.add(new Dot(
                            ReportModel.sideOf(run),
                            run.sequence(),
                            value,
                            run.id(),
                            run.id() + ": " + Numbers.value(value, metric.unit()),
                            model.standing(run))));
        }
        if (dots.isEmpty()) {
            return;
        }
        List<Line> lines = new ArrayList<>();
        for (Side side : Side.values()) {
            lines.add(new Line(
                    side,
                    Stroke.THIN,
                    dots.stream()
                            .filter(it -> it.side() == side && it.standing() != Standing.INVALID)
                            .map(it -> new Point(it.x(), it.y()))
                            .toList()));
        }
        page.chart(
                "sequence-" + number,
                metric.label(),
                new Chart.Plane(
                        Axis.ticked(
                                "place in the campaign's order",
                                0,
                                model.campaign().runs().getLast().sequence() + 1,
                                List.of()),
                        Room.of(dots.stream().map(Dot::y).toList()).axis(ReportModel.unit(metric)),
                        List.of(),
                        List.of(),
                        lines,
                        dots),
                dots.size() + " runs; the table below lists them.");
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
                    switch (model.standing(run)) {
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
}
