package dev.twinlab.lab.report.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every value as a point on a common axis, one strip a group; points that would cover each other are stacked. */
public final class StripPlot {
    private static final double RADIUS = 4;
    private static final double LABEL = 20;

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
        Scale x = Scale.around(Statistic.smallest(values), Statistic.largest(values), left, right);
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
        for (double tick : x.ticks(5)) {
            svg.line(x.at(tick), 8, x.at(tick), height, "grid");
        }
        for (int i = 0; i < strips.size(); i++) {
            strip(svg, strips.get(i), swarms.get(i), x, tops.get(i), unit);
        }
        frame.xAxis(svg, x, 5, unit);
        return svg.finish();
    }

    private static void strip(Svg svg, Strip strip, List<Placed> swarm, Scale x, double top, String unit) {
        double median =
                Statistic.median(strip.points().stream().map(Point::value).toList());
        double middle = top + LABEL + stack(swarm) / 2;
        svg.text(x.from(), top + 12, "label", strip.label());
        svg.text(x.to(), top + 12, "label end", "median " + Numbers.value(median, unit));
        svg.line(x.from(), middle, x.to(), middle, "grid");
        for (Placed placed : swarm) {
            // 0, 1, -1, 2, -2, …: a stack grows to both sides of the line.
            int level = placed.level() % 2 == 0 ? -placed.level() / 2 : (placed.level() + 1) / 2;
            svg.mark(
                    strip.side().mark(),
                    placed.x(),
                    middle + level * (RADIUS * 2 + 1),
                    RADIUS,
                    strip.side().style() + (placed.point().counts() ? "" : " hollow"),
                    placed.point().tooltip());
        }
        svg.line(x.at(median), top + LABEL - 2, x.at(median), top + LABEL + stack(swarm) + 4, "median");
    }

    private static double stack(List<Placed> swarm) {
        int levels = swarm.stream().mapToInt(Placed::level).max().orElse(0) + 1;
        int odd = levels % 2 == 0 ? levels + 1 : levels;
        return odd * (RADIUS * 2 + 1);
    }

    private static List<Placed> swarm(List<Point> points, Scale x) {
        List<Placed> swarm = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (Point point :
                points.stream().sorted(Comparator.comparingDouble(Point::value)).toList()) {
            double at = x.at(point.value());
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
