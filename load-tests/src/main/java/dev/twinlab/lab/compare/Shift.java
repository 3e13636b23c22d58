package dev.twinlab.lab.compare;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.stat.descriptive.rank.Median;
import org.hipparchus.stat.inference.MannWhitneyUTest;
import org.jspecify.annotations.Nullable;

/**
 * By which factor a second sample differs from a first that it is not paired with. Works on the logarithmic scale: swapping the
 * samples turns the factor upside down and changes nothing else.
 *
 * @param ratio Hodges-Lehmann estimate of second / first: the median of all ratios between them (Hodges and Lehmann 1963)
 * @param low lower end of its exact interval; null with fewer values than the confidence needs
 * @param high upper end; null as well
 * @param p two-sided p of the Mann-Whitney test that there is no shift, exact without ties
 */
record Shift(double ratio, @Nullable Double low, @Nullable Double high, double p) {
    /** Closer than this, two log ratios are the same; the same as for pairs. */
    private static final double RESOLUTION = 1e-9;

    /**
     * Estimates.
     *
     * @param confidence of the interval, above 0.5 and below 1
     * @return empty where a sample is empty or a value is not above zero, so that no ratio exists
     */
    static Optional<Shift> between(double[] first, double[] second, double confidence) {
        if (first.length == 0 || second.length == 0 || hasNoLogarithm(first) || hasNoLogarithm(second)) {
            return Optional.empty();
        }
        double[] one = logarithms(first);
        double[] two = logarithms(second);
        double[] differences = new double[one.length * two.length];
        int next = 0;
        for (double after : two) {
            for (double before : one) {
                differences[next++] = after - before;
            }
        }
        Arrays.sort(differences);
        // Source of the interval: Hollander, Wolfe and Chicken, 3rd edition, section 4.3. Ties only make its coverage
        // larger.
        int critical = RankSum.critical(one.length, two.length, (1 - confidence) / 2);
        boolean hasInterval = critical >= 0;
        return Optional.of(new Shift(
                StrictMath.exp(new Median().evaluate(differences)),
                hasInterval ? StrictMath.exp(differences[critical]) : null,
                hasInterval ? StrictMath.exp(differences[differences.length - 1 - critical]) : null,
                p(one, two)));
    }

    private static double p(double[] one, double[] two) {
        boolean isConstant = Arrays.stream(one).allMatch(it -> it == one[0])
                && Arrays.stream(two).allMatch(it -> it == one[0]);
        return isConstant ? 1 : Math.min(1, new MannWhitneyUTest().mannWhitneyUTest(one, two));
    }

    private static boolean hasNoLogarithm(double[] values) {
        return Arrays.stream(values).anyMatch(it -> !(it > 0) || !Double.isFinite(it));
    }

    private static double[] logarithms(double[] values) {
        return Arrays.stream(values)
                .map(it -> Math.rint(StrictMath.log(it) / RESOLUTION) * RESOLUTION)
                .toArray();
    }
}
