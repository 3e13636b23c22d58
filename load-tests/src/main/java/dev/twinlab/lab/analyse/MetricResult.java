package dev.twinlab.lab.analyse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pairs say of one metric.
 *
 * @param id as {@link MetricCatalogue} names it
 * @param label for people
 * @param unit of the medians; empty for a count
 * @param rule the policy's rule; null for a metric that is shown and decides nothing
 * @param pairs how many blocks count
 * @param helidonMedian over the pairs; null without pairs
 * @param micronautMedian over the pairs; null without pairs
 * @param ratio Hodges-Lehmann estimate of Helidon / Micronaut; null without pairs
 * @param low lower end of the interval of the ratio; null with too few pairs
 * @param high upper end; null with too few pairs
 * @param coverage exact confidence of the interval, at least the policy's; null with too few pairs
 * @param p exact two-sided p of the ratio being 1; null without pairs
 * @param pHolm p adjusted over the policy's metrics; null without pairs or without a rule
 * @param state null without a rule
 * @param sentence the same in words
 * @param moreBlocks about how many more blocks would decide; null where that is not known or not affordable
 * @param values every pair, by block
 */
public record MetricResult(
        String id,
        String label,
        String unit,
        @Nullable Rule rule,
        int pairs,
        @Nullable Double helidonMedian,
        @Nullable Double micronautMedian,
        @Nullable Double ratio,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double coverage,
        @Nullable Double p,
        @Nullable Double pHolm,
        @Nullable State state,
        String sentence,
        @Nullable Integer moreBlocks,
        List<Pair> values) {

    /**
     * What the policy says of the metric.
     *
     * @param margin smallest relative difference that matters
     * @param weight share in the decision
     * @param critical whether a service that is worse on it cannot win
     */
    public record Rule(double margin, double weight, boolean critical) {}
}
