package dev.twinlab.lab.report.plot;

import java.util.List;
import java.util.Map;

/** A value at each of a few moments, both services side by side, every run a point. */
public final class MomentsPlot {
    private static final double HEIGHT = 270;
    private static final double SPREAD = 26;

    /**
     * One moment.
     *
     * @param values of each run, by service
     */
    public record Moment(String label, Map<Side, List<Double>> values) {}

    private MomentsPlot() {}

    /** Draws moments, at least one. */
    public static String draw(String id, List<Moment> moments, String unit, String title, String description) {
        Svg svg = new Svg(id, Frame.PANEL_WIDTH, HEIGHT, title, description);
        Frame frame = new Frame(52, 30, Frame.PANEL_WIDTH - 14, HEIGHT - 34);
        double largest = Statistic.largest(moments.stream()
                .flatMap(it -> it.values().values().stream())
                .flatMap(List::stream)
                .toList());
        Scale y = Scale.fromZero(Double.isFinite(largest) ? largest : 0, frame.bottom(), frame.top());
        frame.yAxis(svg, y, unit);
        double slot = (frame.right() - frame.left()) / moments.size();
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            double middle = frame.left() + slot * (i + 0.5);
            svg.text(middle, frame.bottom() + 18, "tick middle", moment.label());
            for (Side side : Side.values()) {
                double centre = middle + (side == Side.HELIDON ? -1 : 1) * Math.min(24, slot / 4);
                side(svg, side, moment.values().getOrDefault(side, List.of()), centre, y, unit, moment.label());
            }
        }
        svg.line(frame.left(), frame.bottom(), frame.right(), frame.bottom(), "axisline");
        return svg.finish();
    }

    private static void side(
            Svg svg, Side side, List<Double> values, double centre, Scale y, String unit, String moment) {
        for (int i = 0; i < values.size(); i++) {
            double across = values.size() == 1 ? 0 : SPREAD * ((double) i / (values.size() - 1) - 0.5);
            svg.mark(
                    side.mark(),
                    centre + across,
                    y.at(values.get(i)),
                    3,
                    side.style() + " faint",
                    moment + ": " + Numbers.value(values.get(i), unit));
        }
        if (!values.isEmpty()) {
            double median = y.at(Statistic.median(values));
            svg.line(centre - SPREAD / 2 - 4, median, centre + SPREAD / 2 + 4, median, "median " + side.style());
        }
    }
}
