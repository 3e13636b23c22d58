package dev.twinlab.lab.analyse;

import dev.twinlab.contract.Variant;
import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.lab.record.CampaignEnd;
import dev.twinlab.lab.record.Environment;
import dev.twinlab.lab.record.Manifest;
import dev.twinlab.lab.record.RunRecord;
import java.util.List;
import java.util.Optional;

/**
 * All that a campaign left behind.
 *
 * @param manifest what it set out to do
 * @param environment where it ran
 * @param end how it ended; empty while it runs, or after it was killed
 * @param runs every run, valid or not, in the order in which they ran
 * @param policy parsed from the manifest
 */
public record Campaign(
        Manifest manifest, Environment environment, Optional<CampaignEnd> end, List<RunRecord> runs, Policy policy) {

    public Campaign {
        runs = List.copyOf(runs);
    }

    /** What the first process of a service that answered said of itself. */
    public Optional<VersionInfo> version(Variant variant) {
        return runs.stream()
                .filter(it -> it.service().equals(variant.wireName()))
                .flatMap(it -> Optional.ofNullable(it.version()).stream())
                .findFirst();
    }

    /** The service's framework and its version; only the framework where no process answered. */
    public String nameOf(Variant variant) {
        return version(variant)
                .map(it -> it.framework().name() + " " + it.framework().version())
                .orElse(
                        switch (variant) {
                            case HELIDON -> "Helidon";
                            case MICRONAUT -> "Micronaut";
                        });
    }
}
