package dev.twinlab.lab.analyse;

import java.util.Arrays;
import java.util.OptionalInt;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * About how many pairs would decide a metric, if the difference and the spread stay as they were seen. The signed-rank interval
 * is about as wide as that of a mean, times the square root of pi/3: the asymptotic relative efficiency of the test against
 * Student's is 3/pi for normal data (Hollander, Wolfe and Chicken, section 3.11).
 */
final class SampleSize {
    /** More than this is nothing that a reader would run. */
    static final int AFFORDABLE = 200;

    /** Scales a median absolute deviation to the standard deviation of normal data. */
    private static final double MAD_TO_SIGMA = 1.4826;

    private SampleSize() {}

    /** Further from the median than this many standard deviations, a pair is wild and no part of the spread. */
    private static final double WILD = 6;

    /**
     * Pairs needed in all; empty beyond {@link #AFFORDABLE}.
     *
     * @param ratio what was seen
     * @param margin on the logarithmic scale
     * @param confidence of the interval
     * @param family number of tests that share the error rate
     */
    static OptionalInt pairsToDecide(PairedRatio ratio, double margin, double confidence, int family) {
        double alpha = 1 - confidence;
        double effect = Math.abs(ratio.logEstimate());
        double spread = spread(ratio.logRatios().stream().mapToDouble(it -> it).toArray()) * Math.sqrt(Math.PI / 3);
        double needed = Math.max(
                SignedRank.minimumPairs(confidence), squared(quantile(alpha) * spread / Math.abs(effect - margin)));
        if (effect > margin) {
            needed = Math.max(needed, squared(quantile(alpha / family) * spread / effect));
            needed = Math.max(needed, SignedRank.minimumPairs(1 - alpha / family));
        }
        double wildAllowed = effect > margin ? alpha / family : alpha;
        needed = Math.max(needed, pairsToLeaveOutWildOnes(ratio, wildAllowed));
        return needed <= AFFORDABLE ? OptionalInt.of((int) Math.ceil(needed)) : OptionalInt.empty();
    }

    /**
     * With k wild pairs on one side, k n - k (k - 1) / 2 Walsh averages contain one: the interval ends inside of them all once
     * that many lie beyond it. The same number is the rank sum of k pairs of the wrong sign, which p has to survive.
     */
    private static int pairsToLeaveOutWildOnes(PairedRatio ratio, double alpha) {
        double[] values = ratio.logRatios().stream().mapToDouble(it -> it).toArray();
        double median = new Median().evaluate(values);
        double limit = WILD * spread(values);
        long above = Arrays.stream(values).filter(it -> it - median > limit).count();
        long below = Arrays.stream(values).filter(it -> median - it > limit).count();
        long wild = Math.max(above, below);
        int n = values.length;
        while (wild > 0 && n <= AFFORDABLE && SignedRank.critical(n, alpha / 2) < wild * n - wild * (wild - 1) / 2) {
            n++;
        }
        return wild == 0 ? 0 : n;
    }

    /** The smaller of two estimates of the standard deviation: one wild pair must not multiply the hint. */
    private static double spread(double[] values) {
        double median = new Median().evaluate(values);
        double[] deviations = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            deviations[i] = Math.abs(values[i] - median);
        }
        double robust = MAD_TO_SIGMA * new Median().evaluate(deviations);
        double plain = new StandardDeviation().evaluate(values);
        return robust > 0 ? Math.min(robust, plain) : plain;
    }

    private static double quantile(double alpha) {
        return new NormalDistribution().inverseCumulativeProbability(1 - alpha / 2);
    }

    private static double squared(double value) {
        return value * value;
    }
}
