package dev.twinlab.lab.record;

import java.util.Locale;

/**
 * One run of the schedule.
 *
 * @param kind what it measures
 * @param block its pair, from 1, counted per kind
 * @param position 1 or 2 within the pair
 * @param service {@code helidon} or {@code micronaut}
 * @param attempt 1, or more for a repeat
 */
public record PlannedRun(RunKind kind, int block, int position, String service, int attempt) {
    /** The id of the run's record. */
    public String id() {
        return String.format(
                Locale.ROOT, "%s-b%02d-%s-%d", kind.name().toLowerCase(Locale.ROOT), block, service, attempt);
    }
}
