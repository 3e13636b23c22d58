package dev.twinlab.lab.report.plot;

import java.util.List;

/** The box that a plot is drawn in: grid, ticks and the names of the axes. */
record Frame(double left, double top, double right, double bottom) {
    /** Size of the panels that stand side by side on a wide page and fill a narrow one. */
    static final double PANEL_WIDTH = 380;

    static final double FONT = 12;

    void yAxis(Svg svg, Scale y, String name) {
        for (double tick : y.ticks(5)) {
            double at = y.at(tick);
            svg.line(left, at, right, at, "grid");
            svg.text(left - 7, at + 4, "tick end", Numbers.tick(tick));
        }
        svg.text(left - 7, top - 12, "axis end", name);
    }

    /** Ticks below the box; a label that would touch the one before it is left out. */
    void xAxis(Svg svg, List<Double> at, List<String> labels, String name) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < at.size(); i++) {
            double half = TextWidth.of(labels.get(i), FONT) / 2;
            svg.line(at.get(i), bottom, at.get(i), bottom + 4, "axisline");
            if (at.get(i) - half > free) {
                svg.text(at.get(i), bottom + 18, "tick middle", labels.get(i));
                free = at.get(i) + half + 6;
            }
        }
        svg.line(left, bottom, right, bottom, "axisline");
        svg.text((left + right) / 2, bottom + 36, "axis middle", name);
    }

    void xAxis(Svg svg, Scale x, int wanted, String name) {
        List<Double> ticks = x.ticks(wanted);
        xAxis(
                svg,
                ticks.stream().map(x::at).toList(),
                ticks.stream().map(Numbers::tick).toList(),
                name);
    }
}
