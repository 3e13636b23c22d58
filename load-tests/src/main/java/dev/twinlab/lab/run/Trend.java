package dev.twinlab.lab.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * The slope of a series, robust against single jumps: Theil and Sen's median of all pairwise slopes, with Sen's interval from
 * Kendall's variance (Hollander, Wolfe and Chicken, section 9.3).
 *
 * @param start median of the first tenth of the series, in its unit
 * @param end median of the last tenth
 * @param perHour the slope, in units an hour
 * @param low lower end of its interval
 * @param high upper end
 */
record Trend(double start, double end, double perHour, double low, double high) {
    private static final double CONFIDENCE = 0.99;
    private static final int LEAST = 10;

    /**
     * Estimates the slope.
     *
     * @param hours time of each value, hours, rising
     * @param values as many
     * @throws IllegalArgumentException with fewer than 10 values
     */
    static Trend of(double[] hours, double[] values) {
        if (values.length < LEAST || hours.length != values.length) {
            throw new IllegalArgumentException("%d times and %d values: a trend needs at least %d of each"
                    .formatted(hours.length, values.length, LEAST));
        }
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                all.add((values[j] - values[i]) / (hours[j] - hours[i]));
            }
        }
        double[] slopes = all.stream().mapToDouble(it -> it).sorted().toArray();
        int n = values.length;
        double kendallSigma = Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
        double half = new NormalDistribution().inverseCumulativeProbability((1 + CONFIDENCE) / 2) * kendallSigma / 2;
        int low = (int) Math.max(0, Math.floor(slopes.length / 2.0 - half));
        int high = (int) Math.min(slopes.length - 1.0, Math.ceil(slopes.length / 2.0 + half));
        int tenth = Math.max(1, n / 10);
        return new Trend(
                median(Arrays.copyOfRange(values, 0, tenth)),
                median(Arrays.copyOfRange(values, n - tenth, n)),
                median(slopes),
                slopes[low],
                slopes[high]);
    }

    private static double median(double[] values) {
        return new Median().evaluate(values);
    }

    /**
     * Whether it grows: the whole interval is above zero, and in an hour it would add more than is lost in the noise.
     *
     * @param tolerance growth an hour that does not matter, as a share of the start
     * @param least the same in units: one more thread is no leak
     */
    boolean grows(double tolerance, double least) {
        return low > 0 && perHour > Math.max(least, tolerance * start);
    }
}
