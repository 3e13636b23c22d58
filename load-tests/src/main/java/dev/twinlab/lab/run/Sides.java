package dev.twinlab.lab.run;

import dev.twinlab.contract.operations.VersionInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What each service last said of itself: the measure for the other one. */
final class Sides {
    private final Map<String, Side> known = new ConcurrentHashMap<>();

    /**
     * One live process.
     *
     * @param version its {@code /version}
     * @param flags its {@code VM.flags}, sorted
     */
    record Side(VersionInfo version, List<String> flags) {}

    void learn(String service, Side side) {
        known.put(service, side);
    }

    /** The service that is not {@code service}; empty until it has run once. */
    Optional<Side> other(String service) {
        return known.entrySet().stream()
                .filter(it -> !it.getKey().equals(service))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What differs between the two and is worth telling; empty until both have run. */
    List<String> differences() {
        List<Side> both = known.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        return both.size() < 2 ? List.of() : Gates.differences(both.getFirst(), both.getLast());
    }
}
