package dev.twinlab.lab.compare;

/**
 * The exact null distribution of the Mann-Whitney statistic U of two samples without ties. Source: Mann and Whitney 1947, Annals of
 * Mathematical Statistics 18:50-60: the numbers of arrangements are the coefficients of the Gaussian binomial.
 */
final class RankSum {
    private RankSum() {}

    /** P(U &lt;= u) for u = 0 … nm. */
    static double[] cumulative(int n, int m) {
        double[] count = new double[n * m + 1];
        count[0] = 1;
        double all = 1;
        for (int i = 1; i <= n; i++) {
            // [m+i over i] = [m+i-1 over i-1] (1 - q^(m+i)) / (1 - q^i); small coefficients come from small ones alone.
            for (int u = count.length - 1; u >= m + i; u--) {
                count[u] -= count[u - m - i];
            }
            for (int u = i; u < count.length; u++) {
                count[u] += count[u - i];
            }
            all = all * (m + i) / i;
        }
        double[] cumulative = new double[count.length];
        double sum = 0;
        for (int u = 0; u < count.length; u++) {
            sum += count[u];
            cumulative[u] = sum / all;
        }
        return cumulative;
    }

    /** The largest u with P(U &lt;= u) &lt;= tail, as the published tables give it; -1 where even u = 0 is too probable. */
    static int critical(int n, int m, double tail) {
        double[] cumulative = cumulative(n, m);
        int u = -1;
        while (u + 1 < cumulative.length && cumulative[u + 1] <= tail) {
            u++;
        }
        return u;
    }
}
