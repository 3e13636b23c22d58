package dev.twinlab.lab.analyse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign shows, written as {@code verdict.json}. A pure function of the campaign's files.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION}
 * @param campaign name of the results folder
 * @param policy its name
 * @param policySha256 its hash
 * @param grade of the environment
 * @param outcome how it ends
 * @param claim {@code winner} in an environment of grade A, {@code indication} in others, {@code none} unless decided
 * @param service the one that is ahead, {@code helidon} or {@code micronaut}; null unless decided
 * @param sentence the verdict in words
 * @param exitCode of the command that reports it
 * @param reasons why the campaign is invalid, or why nobody wins; empty when decided
 * @param tally the weights behind it
 * @param metrics the policy's, in its order; then every other one
 * @param plannedRuns runs that the schedule asked for
 * @param invalidRuns those that failed a gate, with the reason
 * @param warnings what a reader should know
 */
public record Verdict(
        int schemaVersion,
        String campaign,
        String policy,
        String policySha256,
        String grade,
        Outcome outcome,
        String claim,
        @Nullable String service,
        String sentence,
        int exitCode,
        List<String> reasons,
        Tally tally,
        List<MetricResult> metrics,
        int plannedRuns,
        List<InvalidRun> invalidRuns,
        List<String> warnings) {
    public static final int SCHEMA_VERSION = 1;

    /**
     * Weights as shares of the weight of all judged metrics.
     *
     * @param helidon where Helidon is better; 0..1
     * @param micronaut where Micronaut is better; 0..1
     * @param equivalent where both count; 0..1
     * @param decided the sum of the three
     * @param lead Helidon's minus Micronaut's; -1..1
     */
    public record Tally(double helidon, double micronaut, double equivalent, double decided, double lead) {}

    /** A run that does not count. */
    public record InvalidRun(String id, List<String> reasons) {}

    /** The metrics that decide. */
    public List<MetricResult> judged() {
        return metrics.stream().filter(it -> it.rule() != null).toList();
    }

    /** The metrics that are shown and decide nothing. */
    public List<MetricResult> described() {
        return metrics.stream().filter(it -> it.rule() == null).toList();
    }
}
