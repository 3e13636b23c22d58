package dev.twinlab.lab.report.plot;

import java.util.List;

/** A value against the place of the run in the campaign: what drifts shows as a slope that both services share. */
public final class SequencePlot {
    private static final double HEIGHT = 240;

    /** Whether a run counts. */
    public enum Standing {
        PAIRED,
        /** Valid, but without a valid partner. */
        ALONE,
        INVALID
    }

    /** One run. */
    public record Point(Side side, int sequence, double value, Standing standing, String tooltip) {}

    private SequencePlot() {}

    /** Draws runs, at least one. */
    public static String draw(String id, List<Point> points, String unit, String title, String description) {
        Svg svg = new Svg(id, Frame.PANEL_WIDTH, HEIGHT, title, description);
        Frame frame = new Frame(52, 30, Frame.PANEL_WIDTH - 14, HEIGHT - 48);
        List<Double> values = points.stream().map(Point::value).toList();
        List<Double> places = points.stream().map(it -> (double) it.sequence()).toList();
        Scale x = Scale.around(Statistic.smallest(places), Statistic.largest(places), frame.left(), frame.right());
        Scale y = Scale.withoutFarValues(values, frame.bottom(), frame.top());
        frame.yAxis(svg, y, unit.isEmpty() ? "count" : unit);
        List<Double> ticks =
                x.ticks(6).stream().filter(it -> it >= 1 && it == Math.rint(it)).toList();
        frame.xAxis(
                svg,
                ticks.stream().map(x::at).toList(),
                ticks.stream().map(Numbers::tick).toList(),
                "place in the campaign's order");
        for (Side side : Side.values()) {
            List<Point> own = points.stream()
                    .filter(it -> it.side() == side && it.standing() != Standing.INVALID)
                    .toList();
            svg.polyline(
                    own.stream().mapToDouble(it -> x.at(it.sequence())).toArray(),
                    own.stream().mapToDouble(it -> y.clamped(it.value())).toArray(),
                    "thin " + side.style(),
                    "");
        }
        for (Point point : points) {
            double at = x.at(point.sequence());
            double height = y.clamped(point.value());
            Mark mark = point.standing() == Standing.INVALID
                    ? Mark.CROSS
                    : point.side().mark();
            if (point.value() > y.high() || point.value() < y.low()) {
                boolean above = point.value() > y.high();
                mark = above ? Mark.UP : Mark.DOWN;
                boolean inRightHalf = at > (frame.left() + frame.right()) / 2;
                svg.text(
                        inRightHalf ? at - 8 : at + 8,
                        height + (above ? -6 : 14),
                        inRightHalf ? "tick end" : "tick",
                        Numbers.value(point.value()));
            }
            svg.mark(
                    mark,
                    at,
                    height,
                    4,
                    point.side().style() + (point.standing() == Standing.PAIRED ? "" : " hollow"),
                    point.tooltip());
        }
        return svg.finish();
    }
}
