package dev.twinlab.lab.analyse;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;

/**
 * The ratio of two services over paired blocks, on the logarithmic scale, so that swapping the services only changes signs.
 *
 * @param logRatios ln(Helidon / Micronaut) of each block, in the order of the blocks
 * @param logEstimate Hodges-Lehmann estimate: the median of the Walsh averages (Hodges and Lehmann 1963)
 * @param interval distribution-free interval of the same parameter; null with fewer pairs than the confidence needs
 * @param p exact two-sided p of the signed-rank test that the ratio is 1
 */
record PairedRatio(
        List<Double> logRatios,
        double logEstimate,
        @Nullable Interval interval,
        double p) {
    /**
     * Log ratios closer than this are the same: one part in a billion is below anything that is measured, and above the
     * rounding that would otherwise break ties when a unit changes.
     */
    private static final double RESOLUTION = 1e-9;

    /**
     * An interval on the logarithmic scale.
     *
     * @param coverage its exact confidence, at least the one asked for
     */
    record Interval(double low, double high, double coverage) {}

    /**
     * Estimates from pairs.
     *
     * @param pairs at least one; in each, both values above zero, or both the same
     * @param confidence of the interval
     */
    static PairedRatio of(List<Pair> pairs, double confidence) {
        double[] logs = pairs.stream().mapToDouble(PairedRatio::logRatio).toArray();
        double[] walsh = walshAverages(logs);
        return new PairedRatio(
                Arrays.stream(logs).boxed().toList(),
                new Median().evaluate(walsh),
                interval(logs.length, walsh, confidence),
                SignedRank.twoSidedP(logs));
    }

    /** Whether a ratio of the two values exists. */
    static boolean isDefined(Pair pair) {
        return pair.helidon() == pair.micronaut() || (pair.helidon() > 0 && pair.micronaut() > 0);
    }

    double ratio() {
        return StrictMath.exp(logEstimate);
    }

    static double logRatio(Pair pair) {
        if (pair.helidon() == pair.micronaut()) {
            return 0;
        }
        double log = StrictMath.log(pair.helidon()) - StrictMath.log(pair.micronaut());
        return Math.rint(log / RESOLUTION) * RESOLUTION;
    }

    /** (d_i + d_j) / 2 for i &lt;= j, sorted. */
    private static double[] walshAverages(double[] values) {
        double[] averages = new double[values.length * (values.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i; j < values.length; j++) {
                averages[next++] = (values[i] + values[j]) / 2;
            }
        }
        Arrays.sort(averages);
        return averages;
    }

    /**
     * Tukey's interval: with t the largest value that has P(T+ &lt;= t) &lt;= (1 - confidence) / 2, from the (t+1)-th smallest to the
     * (t+1)-th largest Walsh average; its coverage is 1 - 2 P(T+ &lt;= t). Source: Hollander, Wolfe and Chicken, section 3.3.
     * Ties only make the coverage larger.
     */
    private static @Nullable Interval interval(int n, double[] sortedWalsh, double confidence) {
        int t = SignedRank.critical(n, (1 - confidence) / 2);
        if (t < 0) {
            return null;
        }
        double coverage = 1 - 2 * SignedRank.cumulative(n)[t];
        return new Interval(sortedWalsh[t], sortedWalsh[sortedWalsh.length - 1 - t], coverage);
    }
}
