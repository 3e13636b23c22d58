package dev.twinlab.lab.report.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ratios with their intervals against the margin: one row a metric, every block's own ratio below the estimate. */
public final class ForestPlot {
    private static final double[] RATIOS = {
        0.05, 0.1, 0.2, 0.25, 0.33, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.25, 1.4, 1.6, 2, 3, 4, 5, 10, 20
    };
    private static final double NARROW = 560;
    private static final double REACH = StrictMath.log(20);

    /** How a row reads. */
    public enum Reading {
        HELIDON("h", Mark.CIRCLE),
        MICRONAUT("m", Mark.DIAMOND),
        EQUIVALENT("eq", Mark.SQUARE),
        OPEN("open", Mark.SQUARE);

        private final String style;
        private final Mark mark;

        Reading(String style, Mark mark) {
            this.style = style;
            this.mark = mark;
        }
    }

    /**
     * One metric.
     *
     * @param estimate ratio Helidon / Micronaut; null without one
     * @param low lower end of the interval; null without one
     * @param high upper end; null without one
     * @param blocks the ratio of each block
     * @param margin smallest relative difference that matters
     * @param result in words
     */
    public record Row(
            String label,
            @Nullable Double estimate,
            @Nullable Double low,
            @Nullable Double high,
            List<Double> blocks,
            double margin,
            Reading reading,
            String result) {}

    private final List<Row> rows;
    private final double width;
    private final boolean narrow;

    private ForestPlot(List<Row> rows, double width) {
        this.rows = rows;
        this.width = width;
        this.narrow = width < NARROW;
    }

    /** Draws rows, at least one, for a container that is about {@code width} pixels wide. */
    public static String draw(String id, List<Row> rows, double width, String title, String description) {
        return new ForestPlot(rows, width).draw(id, title, description);
    }

    private String draw(String id, String title, String description) {
        double rowHeight = narrow ? 88 : 46;
        double top = narrow ? 44 : 34;
        double bottom = top + rows.size() * rowHeight;
        Svg svg = new Svg(id, width, bottom + 48, title, description);
        double left = narrow
                ? 12
                : 20
                        + rows.stream()
                                .mapToDouble(it -> TextWidth.of(it.label(), Frame.FONT))
                                .max()
                                .orElse(0);
        double right = narrow ? width - 12 : width - 222;
        double reach = reach();
        Scale x = new Scale(StrictMath.exp(-reach), StrictMath.exp(reach), left, right, true);
        Frame frame = new Frame(left, top, right, bottom);

        svg.text(x.at(1) - 8, narrow ? 30 : 20, "axis end", narrow ? "◂ Helidon lower" : "◂ Helidon lower (better)");
        svg.text(x.at(1) + 8, narrow ? 30 : 20, "axis", narrow ? "Micronaut lower ▸" : "Micronaut lower (better) ▸");
        List<Double> ticks = ticks(x);
        for (int i = 0; i < rows.size(); i++) {
            double rowTop = top + i * rowHeight;
            // On a narrow page the words stand above the row's plot, so the lines of the axis leave room for them.
            double plotTop = narrow ? rowTop + 40 : rowTop;
            ticks.forEach(it -> svg.line(x.at(it), plotTop, x.at(it), rowTop + rowHeight, "grid"));
            row(svg, rows.get(i), x, rowTop);
            svg.line(x.at(1), plotTop, x.at(1), rowTop + rowHeight, "one");
            interval(svg, rows.get(i), x, middle(rowTop));
        }
        frame.xAxis(
                svg,
                ticks.stream().map(x::at).toList(),
                ticks.stream().map(it -> Numbers.tick(it) + "×").toList(),
                "ratio Helidon / Micronaut (logarithmic)");
        return svg.finish();
    }

    private double middle(double rowTop) {
        return narrow ? rowTop + 57 : rowTop + 17;
    }

    private void row(Svg svg, Row row, Scale x, double top) {
        double middle = middle(top);
        double band = StrictMath.log1p(row.margin());
        svg.line(0, top, width, top, "grid");
        svg.rect(
                x.clamped(StrictMath.exp(-band)),
                middle - 13,
                x.clamped(StrictMath.exp(band)) - x.clamped(StrictMath.exp(-band)),
                35,
                "band");
        if (narrow) {
            svg.text(4, top + 17, "label", row.label());
            svg.text(4, top + 34, "result " + row.reading().style, shown(row) + " · " + row.result());
        } else {
            svg.text(4, middle + 4, "label", row.label());
            svg.text(x.to() + 14, middle - 2, "label", shown(row));
            svg.text(x.to() + 14, middle + 15, "result " + row.reading().style, row.result());
        }
        for (int i = 0; i < row.blocks().size(); i++) {
            double ratio = row.blocks().get(i);
            String tooltip = "pair " + (i + 1) + ": " + Numbers.ratio(ratio);
            if (ratio < x.low()) {
                svg.mark(Mark.LEFT, x.from() + 3, middle + 14, 4, "dot", tooltip);
            } else if (ratio > x.high()) {
                svg.mark(Mark.RIGHT, x.to() - 3, middle + 14, 4, "dot", tooltip);
            } else {
                svg.mark(Mark.CIRCLE, x.at(ratio), middle + 14 + (i % 2 == 0 ? 0 : 3.5), 2.2, "dot", tooltip);
            }
        }
    }

    private static void interval(Svg svg, Row row, Scale x, double middle) {
        Double low = row.low();
        Double high = row.high();
        if (low != null && high != null) {
            svg.line(x.clamped(low), middle, x.clamped(high), middle, "interval " + row.reading().style);
            end(svg, row, x, middle, low, low < x.low(), Mark.LEFT);
            end(svg, row, x, middle, high, high > x.high(), Mark.RIGHT);
        }
        Double estimate = row.estimate();
        if (estimate != null) {
            svg.mark(
                    row.reading().mark,
                    x.clamped(estimate),
                    middle,
                    5.5,
                    row.reading().style,
                    row.label() + ": " + shown(row));
        }
    }

    private static void end(Svg svg, Row row, Scale x, double middle, double value, boolean beyond, Mark arrow) {
        if (beyond) {
            svg.mark(arrow, x.clamped(value), middle, 5, row.reading().style, Numbers.ratio(value));
        } else {
            svg.line(x.at(value), middle - 5, x.at(value), middle + 5, "interval " + row.reading().style);
        }
    }

    private static String shown(Row row) {
        if (row.estimate() == null) {
            return "no ratio";
        }
        return row.low() == null || row.high() == null
                ? Numbers.ratio(row.estimate()) + " (no interval)"
                : "%s [%s, %s]"
                        .formatted(Numbers.ratio(row.estimate()), Numbers.ratio(row.low()), Numbers.ratio(row.high()));
    }

    /** Half the width of the axis: every interval and margin fits; single pairs do unless they are far out. */
    private double reach() {
        double needed = 0.1;
        for (Row row : rows) {
            needed = Math.max(needed, 1.6 * StrictMath.log1p(row.margin()));
            for (Double value : new Double[] {row.estimate(), row.low(), row.high()}) {
                needed = Math.max(needed, value == null ? 0 : distance(value));
            }
            double nearest = row.blocks().stream()
                    .mapToDouble(ForestPlot::distance)
                    .filter(it -> it < 3 * needed(row))
                    .max()
                    .orElse(0);
            needed = Math.max(needed, nearest);
        }
        return Math.min(REACH, needed * 1.08);
    }

    private static double needed(Row row) {
        Double estimate = row.estimate();
        return Math.max(0.2, estimate == null ? 0 : distance(estimate));
    }

    private static double distance(double ratio) {
        return ratio > 0 && Double.isFinite(ratio) ? Math.abs(StrictMath.log(ratio)) : REACH;
    }

    /** One first, then the others from the outside in, as long as their labels stay apart. */
    private List<Double> ticks(Scale x) {
        List<Double> chosen = new ArrayList<>();
        chosen.add(1.0);
        Arrays.stream(RATIOS)
                .filter(it -> it >= x.low() && it <= x.high())
                .boxed()
                .sorted(Comparator.comparingDouble(it -> -distance(it)))
                .filter(it -> x.at(it) - x.from() > 8 && x.to() - x.at(it) > 8)
                .forEach(it -> {
                    if (chosen.stream().allMatch(other -> Math.abs(x.at(it) - x.at(other)) > 46)) {
                        chosen.add(it);
                    }
                });
        return chosen.stream().sorted().toList();
    }
}
