package dev.twinlab.lab.compare;

import dev.twinlab.contract.Variant;
import dev.twinlab.lab.analyse.Campaign;
import dev.twinlab.lab.analyse.MetricResult;
import dev.twinlab.lab.analyse.Wording;
import dev.twinlab.lab.compare.Comparison.Ratios;
import dev.twinlab.lab.report.TextTable;
import dev.twinlab.lab.report.plot.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison in words: what differs around it first, then the numbers. */
final class ComparisonText {
    private final Comparison comparison;

    ComparisonText(Comparison comparison) {
        this.comparison = comparison;
    }

    String write() {
        Campaign first = comparison.first();
        Campaign second = comparison.second();
        StringBuilder out = new StringBuilder();
        out.append("\nCOMPARE  A = ").append(named(first)).append('\n');
        out.append("         B = ").append(named(second)).append("\n\n");
        if (!comparison.isComparable()) {
            comparison
                    .obstacles()
                    .forEach(it -> out.append("not comparable: ").append(it).append('\n'));
            out.append('\n');
        }
        list(
                out,
                "changed",
                comparison.changed(),
                "nothing that was recorded: commit, build, frameworks, libraries, flags");
        list(out, "besides", comparison.noted(), "the same plan and the same policy");
        out.append('\n').append(changes(true).aligned());
        out.append("\nRatio B/A of each service with itself: below 1, B needs less.\n")
                .append(howToRead())
                .append('\n');
        out.append("\nThe two services against each other, in either campaign:\n\n")
                .append(ratios().aligned())
                .append('\n')
                .append(comparison.agreement())
                .append('\n');
        TextTable others = changes(false);
        if (!others.rows().isEmpty()) {
            out.append("\nEverything else that both measured; a tilde is no clear difference:\n\n")
                    .append(others.aligned());
        }
        out.append(
                "\nThe intervals know how runs differ within a campaign, not how days differ: repeat both before you believe a"
                        + " small change.\n");
        return out.toString();
    }

    private String howToRead() {
        return comparison.isComparable()
                ? "Better and worse: the interval clears the margin and p after Holm over all rows is below "
                        + Numbers.value(comparison.first().policy().alpha())
                        + "."
                : "The campaigns are not comparable, so no row is called better or worse.";
    }

    private static String named(Campaign campaign) {
        return "%s (commit %s, plan %s, environment %s)"
                .formatted(
                        campaign.manifest().campaign(),
                        campaign.manifest().commit(),
                        campaign.manifest().plan(),
                        campaign.environment().grade());
    }

    private static void list(StringBuilder out, String heading, List<Difference> differences, String none) {
        if (differences.isEmpty()) {
            out.append(heading).append("  ").append(none).append('\n');
        }
        for (int i = 0; i < differences.size(); i++) {
            out.append(i == 0 ? heading : " ".repeat(heading.length()))
                    .append("  ")
                    .append(differences.get(i).sentence())
                    .append('\n');
        }
    }

    private TextTable changes(boolean decisive) {
        List<String> headings = new ArrayList<>(List.of(
                "Metric (lower is better)",
                "service",
                "A",
                "B",
                "ratio B/A [" + Wording.share(comparison.first().policy().confidence()) + "]",
                "n"));
        headings.addAll(decisive ? List.of("margin", "p (Holm)") : List.of("p"));
        if (comparison.isComparable()) {
            headings.add("reading");
        }
        TextTable table = new TextTable(headings.toArray(String[]::new));
        table.alignRight(2, 3, 4, 5, 6);
        if (decisive) {
            table.alignRight(7);
        }
        for (Change change : comparison.changes()) {
            if ((change.margin() != null) == decisive) {
                table.add(row(change, decisive).toArray(String[]::new));
            }
        }
        return table;
    }

    private List<String> row(Change change, boolean decisive) {
        String unit = change.metric().unit();
        Shift shift = change.shift();
        List<String> row = new ArrayList<>(List.of(
                unit.isEmpty() ? change.metric().label() : change.metric().label() + " (" + unit + ")",
                change.service() == Variant.HELIDON ? "Helidon" : "Micronaut",
                Numbers.value(change.firstMedian()),
                Numbers.value(change.secondMedian()),
                shift == null ? "–" : ratio(shift.ratio(), shift.low(), shift.high()),
                change.firstRuns() == change.secondRuns()
                        ? Integer.toString(change.firstRuns())
                        : change.firstRuns() + "/" + change.secondRuns()));
        if (decisive) {
            row.add(change.margin() == null ? "" : Wording.share(change.margin()));
            row.add(change.pHolm() == null ? "–" : Numbers.p(change.pHolm()));
        } else {
            row.add(shift == null ? "–" : Numbers.p(shift.p()));
        }
        if (comparison.isComparable()) {
            row.add(change.reading());
        }
        return row;
    }

    private TextTable ratios() {
        TextTable table = new TextTable("Metric", "H/M in A", "H/M in B", "intervals");
        table.alignRight(1, 2);
        for (Ratios ratios : comparison.ratios()) {
            Boolean overlap = ratios.overlap();
            table.add(
                    ratios.first().label(),
                    ratio(ratios.first()),
                    ratio(ratios.second()),
                    overlap == null ? "one is missing" : overlap ? "overlap" : "apart");
        }
        return table;
    }

    static String ratio(MetricResult metric) {
        return metric.ratio() == null ? "–" : ratio(metric.ratio(), metric.low(), metric.high());
    }

    private static String ratio(double ratio, @Nullable Double low, @Nullable Double high) {
        return low == null || high == null
                ? Numbers.ratio(ratio) + " [–]"
                : "%s [%s, %s]".formatted(Numbers.ratio(ratio), Numbers.ratio(low), Numbers.ratio(high));
    }
}
