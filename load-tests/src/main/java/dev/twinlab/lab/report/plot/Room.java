package dev.twinlab.lab.report.plot;

import java.util.Arrays;
import java.util.List;

/**
 * How much of an axis values need. A value that lies far outside the middle half of the others is left off, so that it does not
 * press them into one point; who draws it marks it at the edge.
 */
public record Room(double low, double high) {
    private static final double FAR = 5;

    /** Room for values, at least one. */
    public static Room of(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(it -> it).sorted().toArray();
        double lower = sorted[(sorted.length - 1) / 4];
        double upper = sorted[sorted.length - 1 - (sorted.length - 1) / 4];
        double far = FAR * Math.max(upper - lower, Math.abs(upper) * 0.01);
        double smallest =
                Arrays.stream(sorted).filter(it -> it >= lower - far).min().orElse(lower);
        double largest =
                Arrays.stream(sorted).filter(it -> it <= upper + far).max().orElse(upper);
        double span = largest - smallest;
        double edge = span > 0 ? span * 0.08 : largest == 0 ? 1 : Math.abs(largest) * 0.05;
        return new Room(Chart.Point.brief(smallest - edge), Chart.Point.brief(largest + edge));
    }

    /** A linear axis of this room. */
    public Chart.Axis axis(String label) {
        return Chart.Axis.ticked(label, low, high, List.of());
    }
}
