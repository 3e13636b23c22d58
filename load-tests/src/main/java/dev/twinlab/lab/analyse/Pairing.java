package dev.twinlab.lab.analyse;

import dev.twinlab.contract.Variant;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are compared with which. A block counts with the latest attempt in which both services ran together, and only
 * when both of those runs are valid: a repeat beside an older partner would bring back the drift that pairing removes.
 */
public final class Pairing {
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    /** Two valid runs of one block. */
    public record Block(RunKind kind, int block, RunRecord helidon, RunRecord micronaut) {}

    private record Key(RunKind kind, int block) {}

    private static final class Attempt {
        @Nullable
        RunRecord helidon;

        @Nullable
        RunRecord micronaut;
    }

    public Pairing(List<RunRecord> runs) {
        var attempts = new TreeMap<Key, NavigableMap<Integer, Attempt>>(
                Comparator.comparing(Key::kind).thenComparing(Key::block));
        for (RunRecord run : runs) {
            Attempt attempt = attempts.computeIfAbsent(new Key(run.kind(), run.block()), it -> new TreeMap<>())
                    .computeIfAbsent(run.attempt(), it -> new Attempt());
            if (isHelidon(run)) {
                attempt.helidon = run;
            } else {
                attempt.micronaut = run;
            }
        }
        attempts.forEach(this::latestTogether);
    }

    /** Every pair, start-up before load, by block. */
    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** Whether a run is part of a pair. */
    public boolean isUsed(RunRecord run) {
        return used.contains(run.id());
    }

    /** The pairs of a metric: blocks in which both runs have a value. */
    public List<Pair> pairs(MetricCatalogue catalogue, Metric metric) {
        List<Pair> pairs = new ArrayList<>();
        for (Block block : blocks) {
            OptionalDouble helidon = catalogue.value(metric.id(), block.helidon());
            OptionalDouble micronaut = catalogue.value(metric.id(), block.micronaut());
            if (helidon.isPresent() && micronaut.isPresent()) {
                pairs.add(new Pair(block.block(), helidon.getAsDouble(), micronaut.getAsDouble()));
            }
        }
        return pairs;
    }

    static boolean isHelidon(RunRecord run) {
        return run.service().equals(Variant.HELIDON.wireName());
    }

    private void latestTogether(Key key, NavigableMap<Integer, Attempt> tries) {
        for (Attempt attempt : tries.descendingMap().values()) {
            RunRecord helidon = attempt.helidon;
            RunRecord micronaut = attempt.micronaut;
            if (helidon != null && micronaut != null) {
                if (helidon.valid() && micronaut.valid()) {
                    blocks.add(new Block(key.kind(), key.block(), helidon, micronaut));
                    used.add(helidon.id());
                    used.add(micronaut.id());
                }
                return;
            }
        }
    }
}
