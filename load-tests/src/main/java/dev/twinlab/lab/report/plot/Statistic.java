package dev.twinlab.lab.report.plot;

import java.util.Collection;
import org.hipparchus.stat.descriptive.rank.Median;

/** What plots and the tables below them say of a set of values. */
public final class Statistic {
    private Statistic() {}

    /** The median; NaN of nothing. */
    public static double median(Collection<Double> values) {
        return values.isEmpty()
                ? Double.NaN
                : new Median().evaluate(values.stream().mapToDouble(it -> it).toArray());
    }

    /** The smallest; NaN of nothing. */
    public static double smallest(Collection<Double> values) {
        return values.stream().mapToDouble(it -> it).min().orElse(Double.NaN);
    }

    /** The largest; NaN of nothing. */
    public static double largest(Collection<Double> values) {
        return values.stream().mapToDouble(it -> it).max().orElse(Double.NaN);
    }
}
