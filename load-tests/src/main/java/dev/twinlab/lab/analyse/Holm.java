package dev.twinlab.lab.analyse;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's step-down adjustment (Holm 1979, Scandinavian Journal of Statistics 6:65-70). */
public final class Holm {
    private Holm() {}

    /**
     * Adjusted p, in the order given: with the p sorted ascending, max over j &lt;= i of min(1, (m - j + 1) p_j). A member of the
     * family that could not be tested takes part with p = 1.
     */
    public static double[] adjust(double[] p) {
        List<Integer> ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            int index = ascending.get(rank);
            largest = Math.max(largest, Math.min(1, (p.length - rank) * p[index]));
            adjusted[index] = largest;
        }
        return adjusted;
    }
}
