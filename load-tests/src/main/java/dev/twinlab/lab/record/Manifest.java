package dev.twinlab.lab.record;

import java.util.List;
import java.util.Map;

/**
 * What a campaign set out to do, written before its first run as {@code manifest.json}.
 *
 * @param schemaVersion {@link RunRecord#SCHEMA_VERSION}
 * @param campaign name of the results folder
 * @param startedAt RFC 3339, UTC, milliseconds
 * @param commit abbreviated commit, {@code -dirty} behind it where files differ, or {@code unknown}
 * @param buildId hash of the sources that the jars were built from
 * @param plan its name
 * @param planYaml the plan as it was read, whole
 * @param planSha256 hash of that
 * @param policyYaml the policy, whole
 * @param policySha256 hash of that
 * @param seed decides the order of the runs
 * @param schedule the planned runs in their order
 * @param jvmFlags flags that both services get
 * @param tools name to version: jdk, k6, postgresql
 */
public record Manifest(
        int schemaVersion,
        String campaign,
        String startedAt,
        String commit,
        String buildId,
        String plan,
        String planYaml,
        String planSha256,
        String policyYaml,
        String policySha256,
        long seed,
        List<PlannedRun> schedule,
        List<String> jvmFlags,
        Map<String, String> tools) {}
