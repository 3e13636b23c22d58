package dev.twinlab.lab.report.plot;

import java.util.List;

/** A value over time, one thin line a run, with the phases of the run as numbered bands. */
public final class TimelinePlot {
    private static final double HEIGHT = 300;

    /** One sample. */
    public record Point(double seconds, double value) {}

    /** One run. */
    public record Line(String run, List<Point> points) {}

    /**
     * What ran from when to when, seconds; the median over the runs.
     *
     * @param number that a legend explains
     */
    public record Phase(int number, double from, double to) {}

    private TimelinePlot() {}

    /**
     * Draws the runs of one side.
     *
     * @param seconds end of the time axis, so that panels compare
     * @param largest end of the value axis, which begins at zero
     */
    public static String draw(
            String id,
            Side side,
            List<Line> lines,
            List<Phase> phases,
            double seconds,
            double largest,
            String unit,
            String title,
            String description) {
        Svg svg = new Svg(id, Frame.PANEL_WIDTH, HEIGHT, title, description);
        Frame frame = new Frame(52, 44, Frame.PANEL_WIDTH - 14, HEIGHT - 48);
        Scale x = new Scale(0, Math.max(1, seconds), frame.left(), frame.right(), false);
        Scale y = Scale.fromZero(largest, frame.bottom(), frame.top());
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            double from = x.clamped(phase.from());
            double to = x.clamped(phase.to());
            svg.rect(from, frame.top(), to - from, frame.bottom() - frame.top(), i % 2 == 0 ? "phase" : "phase alt");
            String number = Integer.toString(phase.number());
            if (to - from > TextWidth.of(number, Frame.FONT) + 2) {
                svg.text((from + to) / 2, frame.top() - 6, "tick middle", number);
            }
        }
        yAxis(svg, frame, y, unit);
        frame.xAxis(svg, x, 6, "seconds since the start of the process");
        for (Line line : lines) {
            svg.polyline(
                    line.points().stream().mapToDouble(it -> x.at(it.seconds())).toArray(),
                    line.points().stream().mapToDouble(it -> y.at(it.value())).toArray(),
                    "thin " + side.style(),
                    line.run());
            for (Point point : line.points()) {
                svg.mark(side.mark(), x.at(point.seconds()), y.at(point.value()), 1.3, side.style() + " faint", "");
            }
        }
        return svg.finish();
    }

    /** The unit stands above the phases' numbers. */
    private static void yAxis(Svg svg, Frame frame, Scale y, String unit) {
        new Frame(frame.left(), frame.top() - 10, frame.right(), frame.bottom()).yAxis(svg, y, unit);
    }
}
