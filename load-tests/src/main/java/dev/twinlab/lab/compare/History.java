package dev.twinlab.lab.compare;

import dev.twinlab.lab.analyse.Campaign;
import dev.twinlab.lab.analyse.CampaignException;
import dev.twinlab.lab.analyse.CampaignReader;
import dev.twinlab.lab.analyse.Judge;
import dev.twinlab.lab.analyse.MetricResult;
import dev.twinlab.lab.analyse.Outcome;
import dev.twinlab.lab.analyse.Verdict;
import dev.twinlab.lab.analyse.Wording;
import dev.twinlab.lab.report.TextTable;
import dev.twinlab.lab.report.plot.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The campaigns of a folder, oldest first. Campaigns of one machine, set up alike, have the same number: only those may be read as
 * one series.
 *
 * @param unreadable why a campaign is not among them, one sentence each
 */
record History(List<Entry> entries, List<String> unreadable) {

    /**
     * One campaign.
     *
     * @param machine a number for where it ran, from 1
     */
    record Entry(Campaign campaign, Verdict verdict, String machine) {}

    /**
     * Reads every campaign that lies directly in a folder.
     *
     * @throws CampaignException with one sentence where there is none
     */
    static History of(Path folder) {
        List<Campaign> campaigns = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        CampaignReader reader = new CampaignReader();
        for (Path candidate : candidates(folder)) {
            try {
                campaigns.add(reader.read(candidate));
            } catch (CampaignException e) {
                unreadable.add(Wording.withoutStop(e.getMessage()));
            }
        }
        if (campaigns.isEmpty()) {
            throw new CampaignException(
                    unreadable.isEmpty()
                            ? folder + " has no campaign: none of its folders has a manifest.json"
                            : folder + " has no readable campaign: " + unreadable.getFirst());
        }
        // Times of one format and one zone sort as text.
        campaigns.sort(Comparator.comparing((Campaign it) -> it.manifest().startedAt())
                .thenComparing(it -> it.manifest().campaign()));
        Map<String, String> machines = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Campaign campaign : campaigns) {
            String machine = machines.computeIfAbsent(
                    Circumstances.machine(campaign), it -> Integer.toString(machines.size() + 1));
            entries.add(new Entry(campaign, Judge.judge(campaign), machine));
        }
        return new History(entries, unreadable);
    }

    String text() {
        StringBuilder out = new StringBuilder();
        TextTable table = new TextTable(
                "started", "campaign", "commit", "plan", "policy", "machine", "grade", "outcome", "invalid runs");
        table.alignRight(8);
        for (Entry entry : entries) {
            var manifest = entry.campaign().manifest();
            table.add(
                    day(entry),
                    manifest.campaign(),
                    manifest.commit(),
                    manifest.plan(),
                    entry.verdict().policy(),
                    entry.machine(),
                    entry.verdict().grade(),
                    outcome(entry.verdict()),
                    Integer.toString(entry.verdict().invalidRuns().size()));
        }
        out.append('\n').append(table.aligned()).append('\n');
        out.append("Same machine number: the same machine, set up alike; rows of different machines are no series.\n");
        metrics().forEach((metric, rows) -> out.append('\n')
                .append(metric)
                .append(", ratio Helidon / Micronaut\n\n")
                .append(rows.aligned()));
        unreadable.forEach(it -> out.append("\nnot read: ").append(it).append('\n'));
        return out.toString();
    }

    /** One table for each metric that a policy judged, in the order in which they first appear. */
    private Map<String, TextTable> metrics() {
        Map<String, TextTable> tables = new LinkedHashMap<>();
        for (Entry entry : entries) {
            for (MetricResult metric : entry.verdict().judged()) {
                TextTable table = tables.computeIfAbsent(metric.label(), it -> {
                    TextTable fresh = new TextTable(
                            "started", "commit", "machine", "ratio", "n", "Helidon", "Micronaut", "result");
                    fresh.alignRight(3, 4, 5, 6);
                    return fresh;
                });
                table.add(
                        day(entry),
                        entry.campaign().manifest().commit(),
                        entry.machine(),
                        ComparisonText.ratio(metric),
                        Integer.toString(metric.pairs()),
                        value(metric.helidonMedian(), metric.unit()),
                        value(metric.micronautMedian(), metric.unit()),
                        result(entry.verdict(), metric));
            }
        }
        return tables;
    }

    private static String value(@Nullable Double median, String unit) {
        return median == null ? "–" : Numbers.value(median, unit);
    }

    /** What an invalid campaign measured is shown, and proves nothing. */
    private static String result(Verdict verdict, MetricResult metric) {
        if (verdict.outcome() == Outcome.INVALID || metric.state() == null) {
            return "invalid campaign";
        }
        return switch (metric.state()) {
            case BETTER -> "Helidon better";
            case WORSE -> "Micronaut better";
            case EQUIVALENT -> "equivalent";
            case INCONCLUSIVE -> "inconclusive";
        };
    }

    private static String outcome(Verdict verdict) {
        String words = verdict.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return verdict.service() == null ? words : verdict.claim() + ": " + verdict.service();
    }

    private static String day(Entry entry) {
        return entry.campaign().manifest().startedAt().replace('T', ' ').replaceAll(":\\d\\d(\\.\\d+)?Z$", "Z");
    }

    private static List<Path> candidates(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CampaignException(
                    Files.exists(folder)
                            ? folder + " is a file; a history is of a folder with campaigns in it, such as results/"
                            : folder
                                    + " does not exist; a history is of a folder with campaigns in it, such as results/");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(it -> Files.isRegularFile(it.resolve("manifest.json")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CampaignException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
