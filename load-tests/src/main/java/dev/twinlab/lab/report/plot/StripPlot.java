package dev.twinlab.lab.report.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every value as a point on a common axis, one strip a group; points that would cover each other are stacked. */
public final class StripPlot {
    private static final double RADIUS = 4;
    private static final double LABEL = 24;

    /** One value. */
    public record Point(double value, boolean counts, String tooltip) {}

    /** Values of one service. */
    public record Strip(Side side, String label, List<Point> points) {}

    private record Placed(Point point, double x, int level) {}

    private StripPlot() {}

    /** Draws strips, at least one of them with a point. */
    public static String draw(String id, List<Strip> strips, String unit, String title, String description) {
        List<Double> values = strips.stream()
                .flatMap(it -> it.points().stream())
                .map(Point::value)
                .toList();
        double left = 14;
        double right = Frame.PANEL_WIDTH - 14;
        Scale x = Scale.withoutFarValues(values, left + RADIUS, right - RADIUS);
        List<List<Placed>> swarms =
                strips.stream().map(it -> swarm(it.points(), x)).toList();
        double height = 8;
        List<Double> tops = new ArrayList<>();
        for (List<Placed> swarm : swarms) {
            tops.add(height);
            height += LABEL + stack(swarm) + 14;
        }
        Svg svg = new Svg(id, Frame.PANEL_WIDTH, height + 44, title, description);
        Frame frame = new Frame(left, 8, right, height);
        for (double tick : x.ticks(6)) {
            svg.line(x.at(tick), 8, x.at(tick), height, "grid");
        }
        for (int i = 0; i < strips.size(); i++) {
            strip(svg, strips.get(i), swarms.get(i), x, tops.get(i), unit);
        }
        frame.xAxis(svg, x, 6, unit);
        return svg.finish();
    }

    private static void strip(Svg svg, Strip strip, List<Placed> swarm, Scale x, double top, String unit) {
        double median =
                Statistic.median(strip.points().stream().map(Point::value).toList());
        double middle = top + LABEL + stack(swarm) / 2;
        svg.text(x.from() - RADIUS, top + 12, "label", strip.label());
        svg.text(x.to() + RADIUS, top + 12, "label end", "median " + Numbers.value(median, unit));
        svg.line(x.from(), middle, x.to(), middle, "grid");
        for (Placed placed : swarm) {
            // 0, 1, -1, 2, -2, …: a stack grows to both sides of the line.
            int level = placed.level() % 2 == 0 ? -placed.level() / 2 : (placed.level() + 1) / 2;
            double value = placed.point().value();
            Mark mark = value > x.high()
                    ? Mark.RIGHT
                    : value < x.low() ? Mark.LEFT : strip.side().mark();
            double y = middle + level * (RADIUS * 2 + 1);
            if (mark == Mark.RIGHT) {
                svg.text(placed.x() - 9, y + 4, "tick end", Numbers.value(value));
            } else if (mark == Mark.LEFT) {
                svg.text(placed.x() + 9, y + 4, "tick", Numbers.value(value));
            }
            svg.mark(
                    mark,
                    placed.x(),
                    y,
                    RADIUS,
                    strip.side().style() + (placed.point().counts() ? "" : " hollow"),
                    placed.point().tooltip());
        }
        svg.line(x.clamped(median), top + LABEL - 2, x.at(median), top + LABEL + stack(swarm) + 4, "median");
    }

    private static double stack(List<Placed> swarm) {
        int levels = Math.max(2, swarm.stream().mapToInt(Placed::level).max().orElse(0) + 1);
        int odd = levels % 2 == 0 ? levels + 1 : levels;
        return odd * (RADIUS * 2 + 1);
    }

    private static List<Placed> swarm(List<Point> points, Scale x) {
        List<Placed> swarm = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (Point point :
                points.stream().sorted(Comparator.comparingDouble(Point::value)).toList()) {
            double at = x.clamped(point.value());
            int level = 0;
            while (level < ends.size() && ends.get(level) > at) {
                level++;
            }
            if (level == ends.size()) {
                ends.add(0.0);
            }
            ends.set(level, at + RADIUS * 2 + 1.5);
            swarm.add(new Placed(point, at, level));
        }
        return swarm;
    }
}
