package dev.twinlab.lab.plan;

import dev.twinlab.contract.Variant;
import dev.twinlab.lab.record.PlannedRun;
import dev.twinlab.lab.record.RunKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The order of the runs: pairs, in each pair both services one after the other.
 *
 * <p>Which one goes first is drawn for every odd block and mirrored in the even one after it, so that a steady drift and the
 * advantage of going first fall on both alike, while nobody can tell the order from the plan.
 */
public final class Schedule {
    private Schedule() {}

    /** The runs of {@code plan}; the same seed gives the same order. */
    public static List<PlannedRun> of(Plan plan, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Slot> slots = new ArrayList<>();
        slots.addAll(slots(RunKind.STARTUP, plan.startupPairs(), random));
        slots.addAll(slots(RunKind.LOAD, plan.loadBlocks(), random));
        slots.sort(Comparator.comparingDouble(Slot::place).thenComparing(Slot::kind));
        return slots.stream()
                .flatMap(it -> pair(it.kind, it.block, 1, it.first).stream())
                .toList();
    }

    /** The pair of {@code run} once more, in the same order, for the end of the campaign. */
    public static List<PlannedRun> repeat(PlannedRun run) {
        Variant self = variant(run.service());
        return pair(run.kind(), run.block(), run.attempt() + 1, run.position() == 1 ? self : other(self));
    }

    private static List<Slot> slots(RunKind kind, int blocks, RandomGenerator random) {
        List<Slot> slots = new ArrayList<>();
        Variant first = Variant.HELIDON;
        for (int block = 1; block <= blocks; block++) {
            if (block % 2 == 1) {
                first = random.nextBoolean() ? Variant.HELIDON : Variant.MICRONAUT;
            } else {
                first = other(first);
            }
            // Both kinds spread evenly over the campaign: each sees the same hours of the machine.
            slots.add(new Slot(kind, block, first, (block - 0.5) / blocks));
        }
        return slots;
    }

    private static List<PlannedRun> pair(RunKind kind, int block, int attempt, Variant first) {
        return List.of(
                new PlannedRun(kind, block, 1, first.wireName(), attempt),
                new PlannedRun(kind, block, 2, other(first).wireName(), attempt));
    }

    private static Variant variant(String wireName) {
        return Variant.HELIDON.wireName().equals(wireName) ? Variant.HELIDON : Variant.MICRONAUT;
    }

    private static Variant other(Variant variant) {
        return variant == Variant.HELIDON ? Variant.MICRONAUT : Variant.HELIDON;
    }

    private record Slot(RunKind kind, int block, Variant first, double place) {}
}
