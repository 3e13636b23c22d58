package dev.twinlab.lab.record;

import dev.twinlab.contract.operations.VersionInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One process start of one service and all that was measured on it: the unit of replication. Stored as
 * {@code runs/<id>.json}; invalid runs are stored too.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION}
 * @param id unique within the campaign, such as {@code b03-load-helidon-1}
 * @param kind what it measures
 * @param block pair that it belongs to, from 1, counted per kind
 * @param attempt 1, or more for a repeat of an invalid run
 * @param position 1 when it ran first in its block, 2 when second
 * @param sequence place in the campaign's real order, from 1
 * @param service {@code helidon} or {@code micronaut}
 * @param startedAt RFC 3339, UTC, milliseconds
 * @param durationMs whole run, milliseconds
 * @param valid whether every gate passed
 * @param invalidReasons one sentence each; empty when valid
 * @param version what the process said of itself; null when it never answered
 * @param jvmFlags what the live JVM said its flags are ({@code VM.flags}), sorted; empty when never asked
 * @param startup null when the service never answered
 * @param memory moments and series
 * @param cells one for each scenario and rate; empty for {@link RunKind#STARTUP}
 * @param gates every gate with what was seen
 */
public record RunRecord(
        int schemaVersion,
        String id,
        RunKind kind,
        int block,
        int attempt,
        int position,
        int sequence,
        String service,
        String startedAt,
        long durationMs,
        boolean valid,
        List<String> invalidReasons,
        @Nullable VersionInfo version,
        List<String> jvmFlags,
        @Nullable StartupRecord startup,
        MemoryRecord memory,
        List<CellRecord> cells,
        List<GateRecord> gates) {
    public static final int SCHEMA_VERSION = 1;
}
