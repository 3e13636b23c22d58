package dev.twinlab.lab.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Latency by percentile: one thin line a run, the median of the runs bold; every further nine takes the same room. */
public final class SpectrumPlot {
    private static final double HEIGHT = 320;
    private static final double[] TICKS = {50, 90, 99, 99.9, 99.99};

    /**
     * One run.
     *
     * @param percentiles latency in milliseconds by percentile, 0 to below 100
     */
    public record Line(Side side, String run, SortedMap<Double, Double> percentiles) {}

    private SpectrumPlot() {}

    /** Draws runs; values that are not above zero have no place on a logarithmic axis and are left out. */
    public static String draw(String id, List<Line> lines, String title, String description) {
        Svg svg = new Svg(id, Frame.PANEL_WIDTH, HEIGHT, title, description);
        Frame frame = new Frame(52, 30, Frame.PANEL_WIDTH - 14, HEIGHT - 48);
        List<Double> values = new ArrayList<>();
        double deepest = 50;
        for (Line line : lines) {
            for (var point : line.percentiles().entrySet()) {
                if (point.getValue() > 0) {
                    values.add(point.getValue());
                    deepest = Math.max(deepest, point.getKey());
                }
            }
        }
        if (values.isEmpty()) {
            svg.text(Frame.PANEL_WIDTH / 2, HEIGHT / 2, "axis middle", "no latency above zero was recorded");
            return svg.finish();
        }
        Scale x = new Scale(0, nines(deepest) * 1.03, frame.left(), frame.right(), false);
        Scale y = Scale.logarithmic(Statistic.smallest(values), Statistic.largest(values), frame.bottom(), frame.top());
        frame.yAxis(svg, y, "ms");
        List<Double> at = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (double tick : TICKS) {
            if (nines(tick) <= x.high()) {
                at.add(x.at(nines(tick)));
                labels.add(Numbers.tick(tick) + "%");
                svg.line(x.at(nines(tick)), frame.top(), x.at(nines(tick)), frame.bottom(), "grid");
            }
        }
        frame.xAxis(svg, at, labels, "percentile");
        for (Line line : lines) {
            line(svg, line.percentiles(), x, y, "thin " + line.side().style(), line.run());
        }
        for (Side side : Side.values()) {
            SortedMap<Double, Double> median = median(lines, side);
            line(svg, median, x, y, "bold " + side.style(), "median of the runs");
            for (double tick : TICKS) {
                Double value = median.get(tick);
                if (value != null && value > 0) {
                    svg.mark(
                            side.mark(),
                            x.at(nines(tick)),
                            y.at(value),
                            4.2,
                            side.style(),
                            "median p" + Numbers.tick(tick) + ": " + Numbers.value(value, "ms"));
                }
            }
        }
        return svg.finish();
    }

    /** The median over the runs of each percentile that all of them have: never a percentile of pooled requests. */
    public static SortedMap<Double, Double> median(List<Line> lines, Side side) {
        List<Line> own = lines.stream().filter(it -> it.side() == side).toList();
        SortedMap<Double, Double> median = new TreeMap<>();
        if (own.isEmpty()) {
            return median;
        }
        for (Double percentile : own.getFirst().percentiles().keySet()) {
            if (own.stream().allMatch(it -> it.percentiles().containsKey(percentile))) {
                median.put(
                        percentile,
                        Statistic.median(own.stream()
                                .map(it -> it.percentiles().getOrDefault(percentile, Double.NaN))
                                .toList()));
            }
        }
        return median;
    }

    private static void line(
            Svg svg, SortedMap<Double, Double> percentiles, Scale x, Scale y, String style, String tooltip) {
        var shown =
                percentiles.entrySet().stream().filter(it -> it.getValue() > 0).toList();
        svg.polyline(
                shown.stream().mapToDouble(it -> x.at(nines(it.getKey()))).toArray(),
                shown.stream().mapToDouble(it -> y.at(it.getValue())).toArray(),
                style,
                tooltip);
    }

    private static double nines(double percentile) {
        return -StrictMath.log10(1 - Math.min(percentile, 99.9999) / 100);
    }
}
