package dev.twinlab.lab.report;

import dev.twinlab.lab.analyse.Metric;
import dev.twinlab.lab.analyse.MetricResult;
import dev.twinlab.lab.analyse.Pair;
import dev.twinlab.lab.analyse.Pairing;
import dev.twinlab.lab.analyse.State;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.report.plot.Chart;
import dev.twinlab.lab.report.plot.Chart.Axis;
import dev.twinlab.lab.report.plot.Chart.Dot;
import dev.twinlab.lab.report.plot.Chart.Line;
import dev.twinlab.lab.report.plot.Chart.Point;
import dev.twinlab.lab.report.plot.Chart.Reading;
import dev.twinlab.lab.report.plot.Chart.Standing;
import dev.twinlab.lab.report.plot.Chart.Stroke;
import dev.twinlab.lab.report.plot.Chart.Tick;
import dev.twinlab.lab.report.plot.Numbers;
import dev.twinlab.lab.report.plot.Room;
import dev.twinlab.lab.report.plot.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What decides: the ratios, and the pairs that they are made of. */
final class RatioFigures {
    private final ReportModel model;
    private final FigureWriter page;

    RatioFigures(ReportModel model, FigureWriter page) {
        this.model = model;
        this.page = page;
    }

    void write() {
        forest();
        pairs();
    }

    private void forest() {
        page.open(
                "ratios",
                "The verdict in one picture",
                "A mark is the estimated ratio, its line the interval, each small dot one pair. Left of 1 Helidon needs less,"
                        + " right of it Micronaut. The shaded band is the margin: a line inside it is equivalent, a line beside"
                        + " it decides.");
        page.readings();
        page.chart(
                "forest",
                "Ratio Helidon / Micronaut of every metric that decides",
                new Chart.Forest(
                        model.verdict().judged().stream().map(RatioFigures::row).toList()),
                model.verdict().judged().stream()
                        .map(it -> it.label() + ": " + it.sentence())
                        .collect(Collectors.joining(" ")));
        TextTable table = new TextTable("metric", "ratio [interval]", "ratio of each pair, by block");
        for (MetricResult metric : model.verdict().judged()) {
            table.add(
                    metric.label(),
                    ReportModel.ratio(metric),
                    metric.values().stream()
                            .map(it -> Numbers.ratio(it.ratio()))
                            .collect(Collectors.joining(" · ")));
        }
        page.table("The ratios as numbers", table).close();
    }

    private static Chart.Row row(MetricResult metric) {
        MetricResult.Rule rule = metric.rule();
        State state = metric.state();
        return new Chart.Row(
                metric.label() + (rule != null && rule.critical() ? " *" : ""),
                metric.ratio(),
                metric.low(),
                metric.high(),
                rule == null ? 0 : rule.margin(),
                switch (state == null ? State.INCONCLUSIVE : state) {
                    case BETTER -> Reading.HELIDON;
                    case WORSE -> Reading.MICRONAUT;
                    case EQUIVALENT -> Reading.EQUIVALENT;
                    case INCONCLUSIVE -> Reading.OPEN;
                },
                ReportModel.ratio(metric),
                ReportModel.result(metric),
                metric.values().stream()
                        .filter(it -> Double.isFinite(it.ratio()) && it.ratio() > 0)
                        .map(it ->
                                new Chart.PairDot(it.ratio(), "block " + it.block() + ": " + Numbers.ratio(it.ratio())))
                        .toList());
    }

    private void pairs() {
        page.open(
                "pairs",
                "Pair by pair",
                "Each line joins the two runs of one block; the one on the left of it ran first. Lines that all lean the same way"
                        + " show a difference that holds; lines that climb together show a machine that drifts.");
        page.legend("an arrow at the edge: a value beyond the scale");
        TextTable table = new TextTable("metric", "block", "Helidon", "run", "Micronaut", "run", "ratio", "ran first");
        table.alignRight(1, 2, 4, 6);
        page.openPanels();
        int number = 0;
        for (MetricResult result : model.verdict().judged()) {
            Metric metric = model.catalogue().find(result.id()).orElse(null);
            if (metric != null && result.pairs() > 0) {
                panel(number++, metric, result, table);
            }
        }
        page.closePanels();
        if (number == 0) {
            page.absent("No block has two valid runs, so there is no pair to draw.");
        }
        page.longTable("Every pair as numbers, with the files of its runs", table)
                .close();
    }

    private void panel(int number, Metric metric, MetricResult result, TextTable table) {
        List<Dot> dots = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        int last = 1;
        for (Pairing.Block block : model.pairing().blocks()) {
            OptionalDouble helidon = model.catalogue().value(metric.id(), block.helidon());
            OptionalDouble micronaut = model.catalogue().value(metric.id(), block.micronaut());
            if (block.kind() != metric.kind() || helidon.isEmpty() || micronaut.isEmpty()) {
                continue;
            }
            Dot one = dot(Side.HELIDON, block.helidon(), helidon.getAsDouble(), metric);
            Dot two = dot(Side.MICRONAUT, block.micronaut(), micronaut.getAsDouble(), metric);
            dots.add(one);
            dots.add(two);
            lines.add(new Line(null, Stroke.LINK, List.of(new Point(one.x(), one.y()), new Point(two.x(), two.y()))));
            last = Math.max(last, block.block());
            boolean helidonFirst =
                    block.helidon().position() < block.micronaut().position();
            table.add(
                    ReportModel.label(result),
                    Integer.toString(block.block()),
                    Numbers.value(one.y()),
                    block.helidon().id(),
                    Numbers.value(two.y()),
                    block.micronaut().id(),
                    Numbers.ratio(new Pair(block.block(), helidon.getAsDouble(), micronaut.getAsDouble()).ratio()),
                    helidonFirst ? "Helidon" : "Micronaut");
        }
        int step = last > 12 ? 5 : 1;
        List<Tick> ticks = IntStream.rangeClosed(1, last)
                .filter(it -> step == 1 || it % step == 0)
                .mapToObj(it -> new Tick(it, Integer.toString(it)))
                .toList();
        page.chart(
                "pairs-" + number,
                metric.label(),
                new Chart.Plane(
                        Axis.ticked("block", 0.4, last + 0.6, ticks),
                        Room.of(dots.stream().map(Dot::y).toList()).axis(ReportModel.unit(metric)),
                        IntStream.rangeClosed(1, last)
                                .mapToObj(it -> new Chart.Band(it - 0.5, it + 0.5, ""))
                                .toList(),
                        List.of(),
                        lines,
                        dots),
                result.pairs() + " pairs. " + result.sentence());
    }

    private static Dot dot(Side side, RunRecord run, double value, Metric metric) {
        return new Dot(
                side,
                run.block() + (run.position() == 1 ? -0.18 : 0.18),
                value,
                run.id(),
                run.id() + ": " + Numbers.value(value, metric.unit()),
                Standing.PAIRED);
    }
}
