package dev.twinlab.lab.record;

import java.util.List;

/**
 * How a campaign ended, written as {@code end.json} after its last run.
 *
 * @param schemaVersion {@link RunRecord#SCHEMA_VERSION}
 * @param endedAt RFC 3339, UTC, milliseconds
 * @param complete whether every planned block has a valid run on both sides
 * @param reason why not; empty when complete
 * @param conformance one line a service: checks passed of how many, or the first failure
 * @param warnings what a reader should know, such as a noisy neighbour
 * @param labPeakRssMib peak resident set of the lab itself, MiB
 * @param labCpuFraction CPU of the lab itself over the measured windows, in cores
 */
public record CampaignEnd(
        int schemaVersion,
        String endedAt,
        boolean complete,
        String reason,
        List<String> conformance,
        List<String> warnings,
        double labPeakRssMib,
        double labCpuFraction) {}
