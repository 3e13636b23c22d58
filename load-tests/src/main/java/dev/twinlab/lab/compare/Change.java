package dev.twinlab.lab.compare;

import dev.twinlab.contract.Variant;
import dev.twinlab.lab.analyse.Metric;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one service in two campaigns.
 *
 * @param firstRuns how many runs count in the first
 * @param secondRuns how many runs count in the second
 * @param firstMedian NaN without runs
 * @param secondMedian NaN without runs
 * @param shift null where no ratio exists
 * @param margin of both policies; null where the metric decides nothing, or the policies disagree on it
 * @param pHolm p adjusted over every metric with a margin, of both services; null without a margin
 * @param reading in words; empty where the campaigns cannot be compared
 */
record Change(
        Variant service,
        Metric metric,
        int firstRuns,
        int secondRuns,
        double firstMedian,
        double secondMedian,
        @Nullable Shift shift,
        @Nullable Double margin,
        @Nullable Double pHolm,
        String reading) {}
