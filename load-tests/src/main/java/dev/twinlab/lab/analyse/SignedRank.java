package dev.twinlab.lab.analyse;

import java.util.Arrays;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/**
 * The exact null distribution of Wilcoxon's signed-rank statistic. Source: Hollander, Wolfe and Chicken, Nonparametric
 * Statistical Methods, 3rd edition, section 3.1: under the null hypothesis each of the 2^n assignments of signs to the
 * ranks has the same probability, so T+ is a sum of independent terms, each zero or its rank with probability one half.
 */
final class SignedRank {
    private SignedRank() {}

    /** P(T+ &lt;= t) for t = 0 … n(n+1)/2, without ties. */
    static double[] cumulative(int n) {
        long[] ranks = new long[n];
        for (int i = 0; i < n; i++) {
            ranks[i] = i + 1L;
        }
        return accumulate(distribution(ranks));
    }

    /**
     * The largest t with P(T+ &lt;= t) &lt;= tail, as the published tables give it; -1 where even t = 0 is too probable.
     *
     * @param tail probability in one tail; 0.025 for a table's "two-sided 5 %"
     */
    static int critical(int n, double tail) {
        double[] cumulative = cumulative(n);
        int t = -1;
        while (t + 1 < cumulative.length && cumulative[t + 1] <= tail) {
            t++;
        }
        return t;
    }

    /** The fewest pairs at which an interval of this confidence exists: the smallest n with 2 / 2^n &lt;= 1 - confidence. */
    static int minimumPairs(double confidence) {
        int n = 1;
        while (critical(n, (1 - confidence) / 2) < 0) {
            n++;
        }
        return n;
    }

    /**
     * Exact two-sided p of the differences being symmetric about zero. Zeros take part in the ranking and are then left out
     * of the sum (Pratt 1959, JASA 54:655-667); ties get their mean rank, and the distribution is that of these very ranks
     * under random signs, so no correction is needed. 1 where every difference is zero.
     */
    static double twoSidedP(double[] differences) {
        double[] magnitudes = new double[differences.length];
        for (int i = 0; i < differences.length; i++) {
            magnitudes[i] = Math.abs(differences[i]);
        }
        double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(magnitudes);
        // Mean ranks are multiples of one half: doubled, they are whole.
        long positive = 0;
        int count = 0;
        long[] doubled = new long[differences.length];
        for (int i = 0; i < differences.length; i++) {
            if (differences[i] != 0) {
                doubled[count] = Math.round(2 * ranks[i]);
                positive += differences[i] > 0 ? doubled[count] : 0;
                count++;
            }
        }
        if (count == 0) {
            return 1;
        }
        double[] probability = distribution(Arrays.copyOf(doubled, count));
        double atMost = 0;
        double atLeast = 0;
        for (int t = 0; t < probability.length; t++) {
            atMost += t <= positive ? probability[t] : 0;
            atLeast += t >= positive ? probability[t] : 0;
        }
        return Math.min(1, 2 * Math.min(atMost, atLeast));
    }

    private static double[] distribution(long[] ranks) {
        int total = 0;
        for (long rank : ranks) {
            total += Math.toIntExact(rank);
        }
        double[] probability = new double[total + 1];
        probability[0] = 1;
        int reached = 0;
        for (long rank : ranks) {
            int step = (int) rank;
            reached += step;
            for (int t = reached; t >= 0; t--) {
                probability[t] = (probability[t] + (t >= step ? probability[t - step] : 0)) / 2;
            }
        }
        return probability;
    }

    private static double[] accumulate(double[] probability) {
        double[] cumulative = probability.clone();
        for (int t = 1; t < cumulative.length; t++) {
            cumulative[t] += cumulative[t - 1];
        }
        return cumulative;
    }
}
