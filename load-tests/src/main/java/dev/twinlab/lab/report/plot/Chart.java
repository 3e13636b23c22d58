package dev.twinlab.lab.report.plot;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows: data and words, no coordinates. {@code report.js} draws it with Observable Plot at the width that the page
 * has.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Chart.Forest.class, name = "forest"),
    @JsonSubTypes.Type(value = Chart.Strips.class, name = "strips"),
    @JsonSubTypes.Type(value = Chart.Plane.class, name = "plane")
})
public sealed interface Chart {
    /** How many marks the chart must show: the report is tested for it. */
    int marks();

    /** Ratios with their intervals against the margin: one row a metric, every pair's own ratio below the estimate. */
    record Forest(List<Row> rows) implements Chart {
        @Override
        public int marks() {
            return rows.stream()
                    .mapToInt(it -> it.pairs().size() + (it.estimate() == null ? 0 : 1))
                    .sum();
        }
    }

    /** Every value as a point on a common axis, one strip a group. */
    record Strips(Axis x, List<Strip> strips) implements Chart {
        @Override
        public int marks() {
            return strips.stream().mapToInt(it -> it.dots().size()).sum();
        }
    }

    /**
     * Points and lines over two axes.
     *
     * @param bands intervals of x that are shaded
     * @param rules limits of y
     */
    record Plane(Axis x, Axis y, List<Band> bands, List<Rule> rules, List<Line> lines, List<Dot> dots)
            implements Chart {
        @Override
        public int marks() {
            return dots.size();
        }
    }

    /** How a row of a forest reads. */
    enum Reading {
        HELIDON("h"),
        MICRONAUT("m"),
        EQUIVALENT("eq"),
        OPEN("open");

        private final String style;

        Reading(String style) {
            this.style = style;
        }

        @JsonValue
        String style() {
            return style;
        }
    }

    /**
     * One metric of a forest.
     *
     * @param estimate ratio Helidon / Micronaut; null without one
     * @param low lower end of the interval; null without one
     * @param high upper end; null without one
     * @param margin smallest relative difference that matters
     * @param shown estimate and interval in words
     * @param result the state in words
     */
    record Row(
            String label,
            @Nullable Double estimate,
            @Nullable Double low,
            @Nullable Double high,
            double margin,
            Reading reading,
            String shown,
            String result,
            List<PairDot> pairs) {}

    /** The ratio of one pair. */
    record PairDot(double ratio, String tip) {}

    /** Values of one service. */
    record Strip(String label, String note, double median, List<Dot> dots) {}

    /** How values become places. */
    enum Spacing {
        LINEAR,
        LOG;

        @JsonValue
        String word() {
            return this == LOG ? "log" : "linear";
        }
    }

    /**
     * An axis.
     *
     * @param low its end; null for what the data need
     * @param high its other end; null for what the data need
     * @param ticks where; empty for round values
     */
    record Axis(
            String label,
            Spacing spacing,
            @Nullable Double low,
            @Nullable Double high,
            List<Tick> ticks) {
        public static Axis fromZero(String label, double high) {
            return new Axis(label, Spacing.LINEAR, 0.0, high > 0 ? Point.brief(high * 1.08) : 1, List.of());
        }

        public static Axis log(String label) {
            return new Axis(label, Spacing.LOG, null, null, List.of());
        }

        public static Axis ticked(String label, double low, double high, List<Tick> ticks) {
            return new Axis(label, Spacing.LINEAR, low, high, ticks);
        }
    }

    /** A place on an axis and what it is called. */
    record Tick(double at, String label) {}

    /** A shaded interval. */
    record Band(double from, double to, String label) {}

    /** A limit. */
    record Rule(double y, String label) {}

    /** How a line is drawn. */
    enum Stroke {
        /** One run. */
        THIN,
        /** What the runs have in common. */
        BOLD,
        /** A cumulative share. */
        STEP,
        /** What belongs together. */
        LINK;

        @JsonValue
        String word() {
            return switch (this) {
                case THIN -> "thin";
                case BOLD -> "bold";
                case STEP -> "step";
                case LINK -> "link";
            };
        }
    }

    /** A line through points, in their order. */
    record Line(@Nullable Side side, Stroke stroke, List<Point> points) {}

    /** A place; six significant digits are more than a screen shows. */
    record Point(double x, double y) {
        private static final MathContext SIX = new MathContext(6);

        public Point {
            x = brief(x);
            y = brief(y);
        }

        static double brief(double value) {
            return Double.isFinite(value) ? new BigDecimal(value).round(SIX).doubleValue() : value;
        }
    }

    /** A dot's part in the verdict. */
    enum Standing {
        PAIRED("paired"),
        /** Valid, but without a valid partner. */
        ALONE("alone"),
        INVALID("invalid");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        @JsonValue
        String word() {
            return word;
        }
    }

    /**
     * One value.
     *
     * @param run id of the run that it comes from; empty where it comes from several
     */
    record Dot(Side side, double x, double y, String run, String tip, Standing standing) {
        public Dot {
            x = Point.brief(x);
            y = Point.brief(y);
        }
    }
}
