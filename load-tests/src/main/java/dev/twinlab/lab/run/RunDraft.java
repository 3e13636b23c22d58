package dev.twinlab.lab.run;

import dev.twinlab.contract.http.Timestamps;
import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.lab.record.CellRecord;
import dev.twinlab.lab.record.GateRecord;
import dev.twinlab.lab.record.MemoryRecord;
import dev.twinlab.lab.record.PlannedRun;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.record.StartupRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a run while it runs; whatever befalls it, a record comes out of this. */
final class RunDraft {
    private final PlannedRun planned;
    private final int sequence;
    private final Instant startedAt = Instant.now();
    private final long startedAtNanos = System.nanoTime();
    private final List<String> reasons = new ArrayList<>();
    private final List<GateRecord> gates = new ArrayList<>();
    private final List<CellRecord> cells = new ArrayList<>();
    private final List<MemoryRecord.Moment> moments = new ArrayList<>();
    private List<MemoryRecord.Sample> series = List.of();
    private List<String> flags = List.of();
    private @Nullable VersionInfo version;
    private @Nullable StartupRecord startup;

    RunDraft(PlannedRun planned, int sequence) {
        this.planned = planned;
        this.sequence = sequence;
    }

    PlannedRun planned() {
        return planned;
    }

    /** Something that makes the run invalid whatever the gates say; one sentence. */
    void invalid(String reason) {
        reasons.add(reason);
    }

    void started(StartupRecord record) {
        startup = record;
    }

    void identified(VersionInfo said, List<String> liveFlags) {
        version = said;
        flags = liveFlags;
    }

    void moment(MemoryRecord.Moment moment) {
        moments.add(moment);
    }

    void series(List<MemoryRecord.Sample> samples) {
        series = samples;
    }

    void cell(CellRecord cell) {
        cells.add(cell);
    }

    void gates(List<GateRecord> seen) {
        gates.addAll(seen);
    }

    RunRecord toRecord() {
        List<String> all = new ArrayList<>(reasons);
        all.addAll(Gates.reasons(gates));
        return new RunRecord(
                RunRecord.SCHEMA_VERSION,
                planned.id(),
                planned.kind(),
                planned.block(),
                planned.attempt(),
                planned.position(),
                sequence,
                planned.service(),
                Timestamps.format(startedAt),
                (System.nanoTime() - startedAtNanos) / 1_000_000,
                all.isEmpty(),
                List.copyOf(all),
                version,
                flags,
                startup,
                new MemoryRecord(List.copyOf(moments), List.copyOf(series)),
                List.copyOf(cells),
                List.copyOf(gates));
    }
}
