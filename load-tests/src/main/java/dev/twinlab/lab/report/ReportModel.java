package dev.twinlab.lab.report;

import dev.twinlab.contract.Variant;
import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.lab.analyse.Campaign;
import dev.twinlab.lab.analyse.Metric;
import dev.twinlab.lab.analyse.MetricCatalogue;
import dev.twinlab.lab.analyse.MetricResult;
import dev.twinlab.lab.analyse.Pairing;
import dev.twinlab.lab.analyse.State;
import dev.twinlab.lab.analyse.Verdict;
import dev.twinlab.lab.analyse.Wording;
import dev.twinlab.lab.record.Environment;
import dev.twinlab.lab.record.Manifest;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.report.plot.Chart.Standing;
import dev.twinlab.lab.report.plot.Numbers;
import dev.twinlab.lab.report.plot.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What every form of the report says, in words and cells; each form only lays it out. */
final class ReportModel {
    private final Campaign campaign;
    private final Verdict verdict;
    private final MetricCatalogue catalogue;
    private final Pairing pairing;

    ReportModel(Campaign campaign, Verdict verdict) {
        this.campaign = campaign;
        this.verdict = verdict;
        this.catalogue = new MetricCatalogue(campaign.runs());
        this.pairing = new Pairing(campaign.runs());
    }

    Campaign campaign() {
        return campaign;
    }

    Verdict verdict() {
        return verdict;
    }

    MetricCatalogue catalogue() {
        return catalogue;
    }

    Pairing pairing() {
        return pairing;
    }

    /** Framework and version, as the live process told them. */
    String nameOf(Side side) {
        return campaign.nameOf(
                switch (side) {
                    case HELIDON -> Variant.HELIDON;
                    case MICRONAUT -> Variant.MICRONAUT;
                });
    }

    static Side sideOf(RunRecord run) {
        return run.service().equals(Variant.HELIDON.wireName()) ? Side.HELIDON : Side.MICRONAUT;
    }

    /** A run's part in the verdict. */
    Standing standing(RunRecord run) {
        if (!run.valid()) {
            return Standing.INVALID;
        }
        return pairing.isUsed(run) ? Standing.PAIRED : Standing.ALONE;
    }

    /** Where a run's record lies, from the report. */
    static String fileOf(String run) {
        return "runs/" + run + ".json";
    }

    List<RunRecord> validRuns(RunKind kind) {
        return campaign.runs().stream()
                .filter(it -> it.valid() && it.kind() == kind)
                .toList();
    }

    String environmentGrade() {
        Environment environment = campaign.environment();
        String meaning =
                switch (environment.grade()) {
                    case "A" -> "dedicated and pinned";
                    case "B" -> "shared";
                    default -> "a laptop, or too small to separate the roles";
                };
        return environment.grade() + ", " + meaning;
    }

    /** The judged metrics by state, each with its estimate, as a reader would list them. */
    Map<String, List<String>> findings() {
        Map<String, List<String>> findings = new LinkedHashMap<>();
        findings.put(nameOf(Side.HELIDON) + " better on", inState(State.BETTER));
        findings.put(nameOf(Side.MICRONAUT) + " better on", inState(State.WORSE));
        findings.put("Equivalent", inState(State.EQUIVALENT));
        findings.put("Inconclusive", inState(State.INCONCLUSIVE));
        return findings;
    }

    private List<String> inState(State state) {
        return verdict.judged().stream()
                .filter(it -> it.state() == state)
                .map(it -> it.label() + change(it))
                .toList();
    }

    private static String change(MetricResult metric) {
        Double ratio = metric.ratio();
        Double low = metric.low();
        Double high = metric.high();
        if (ratio == null) {
            return "";
        }
        return low == null || high == null
                ? " (" + Wording.change(ratio) + ")"
                : " (%s [%s, %s])".formatted(Wording.change(ratio), Wording.change(low), Wording.change(high));
    }

    /** The table of the metrics that decide. */
    TextTable judgedTable() {
        TextTable table = new TextTable(
                "Metric (lower is better)",
                "Helidon",
                "Micronaut",
                "ratio H/M [" + Wording.share(campaign.policy().confidence()) + "]",
                "margin",
                "n",
                "p (Holm)",
                "result");
        table.alignRight(1, 2, 3, 4, 5, 6);
        for (MetricResult metric : verdict.judged()) {
            MetricResult.Rule rule = metric.rule();
            table.add(
                    label(metric) + (rule != null && rule.critical() ? " *" : ""),
                    number(metric.helidonMedian()),
                    number(metric.micronautMedian()),
                    ratio(metric),
                    rule == null ? "" : Wording.share(rule.margin()),
                    Integer.toString(metric.pairs()),
                    metric.pHolm() == null ? "–" : Numbers.p(metric.pHolm()),
                    result(metric));
        }
        return table;
    }

    /** The table of all other metrics. */
    TextTable describedTable() {
        TextTable table = new TextTable(
                "Metric (lower is better)",
                "Helidon",
                "Micronaut",
                "ratio H/M [" + Wording.share(campaign.policy().confidence()) + "]",
                "n",
                "p",
                "reading");
        table.alignRight(1, 2, 3, 4, 5);
        for (MetricResult metric : verdict.described()) {
            table.add(
                    label(metric),
                    number(metric.helidonMedian()),
                    number(metric.micronautMedian()),
                    ratio(metric),
                    Integer.toString(metric.pairs()),
                    metric.p() == null ? "–" : Numbers.p(metric.p()),
                    reading(metric));
        }
        return table;
    }

    /** The name of a metric's axis. */
    static String unit(Metric metric) {
        return metric.unit().isEmpty() ? "count" : metric.unit();
    }

    static String label(MetricResult metric) {
        return metric.unit().isEmpty() ? metric.label() : metric.label() + " (" + metric.unit() + ")";
    }

    /** The state in words. */
    static String result(MetricResult metric) {
        State state = metric.state();
        return switch (state == null ? State.INCONCLUSIVE : state) {
            case BETTER -> "Helidon better";
            case WORSE -> "Micronaut better";
            case EQUIVALENT -> "equivalent";
            case INCONCLUSIVE ->
                "inconclusive"
                        + (metric.moreBlocks() == null
                                ? ""
                                : ", +" + Wording.plural(metric.moreBlocks(), "block") + "?");
        };
    }

    /** A metric without a margin has a direction, or, as benchstat writes it, a tilde. */
    private static String reading(MetricResult metric) {
        Double low = metric.low();
        Double high = metric.high();
        if (low == null || high == null) {
            return metric.ratio() == null ? "no ratio" : "too few pairs";
        }
        return high < 1 ? "Helidon lower" : low > 1 ? "Micronaut lower" : "~";
    }

    static String ratio(MetricResult metric) {
        Double ratio = metric.ratio();
        Double low = metric.low();
        Double high = metric.high();
        if (ratio == null) {
            return "–";
        }
        return low == null || high == null
                ? Numbers.ratio(ratio) + " [–]"
                : "%s [%s, %s]".formatted(Numbers.ratio(ratio), Numbers.ratio(low), Numbers.ratio(high));
    }

    private static String number(Double value) {
        return value == null ? "–" : Numbers.value(value);
    }

    /** What was compared, name to value. */
    Map<String, String> compared() {
        Manifest manifest = campaign.manifest();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Campaign", manifest.campaign() + ", started " + manifest.startedAt());
        facts.put("Services", nameOf(Side.HELIDON) + " · " + nameOf(Side.MICRONAUT));
        facts.put("Commit, build", manifest.commit() + ", " + manifest.buildId());
        facts.put(
                "Plan",
                "%s (sha-256 %s), seed %s".formatted(manifest.plan(), brief(manifest.planSha256()), manifest.seed()));
        facts.put("Policy", "%s (sha-256 %s)".formatted(verdict.policy(), brief(manifest.policySha256())));
        facts.put(
                "Runs",
                "%s planned, %s recorded, %s invalid; %s pairs count"
                        .formatted(
                                verdict.plannedRuns(),
                                campaign.runs().size(),
                                verdict.invalidRuns().size(),
                                pairing.blocks().size()));
        facts.put("JVM flags, both", String.join(" ", manifest.jvmFlags()));
        live(facts);
        facts.put("Tools", entries(new TreeMap<>(manifest.tools())));
        return facts;
    }

    private void live(Map<String, String> facts) {
        Map<String, String> jvms = new LinkedHashMap<>();
        Map<String, String> pools = new LinkedHashMap<>();
        Map<String, String> libraries = new LinkedHashMap<>();
        for (Variant variant : Variant.values()) {
            campaign.version(variant).ifPresent(it -> {
                VersionInfo.Pool pool = it.pool();
                jvms.put(
                        variant.wireName(),
                        "%s %s, %s, request threads %s"
                                .formatted(
                                        it.jvm().vendor(),
                                        it.jvm().version(),
                                        String.join(" + ", it.jvm().collectors()),
                                        it.requestThread()));
                pools.put(
                        variant.wireName(),
                        "%s, %s..%s connections, time-out %s ms"
                                .formatted(
                                        pool.name(),
                                        pool.minimumIdle(),
                                        pool.maximumSize(),
                                        Numbers.value(pool.connectionTimeoutMs())));
                libraries.put(variant.wireName(), entries(new TreeMap<>(it.libraries())));
            });
        }
        facts.put("JVM", equalOrBoth(jvms));
        facts.put("Pool", equalOrBoth(pools));
        facts.put("Libraries", equalOrBoth(libraries));
    }

    private static String equalOrBoth(Map<String, String> values) {
        if (values.isEmpty()) {
            return "no process answered";
        }
        if (values.size() == 2 && values.values().stream().distinct().count() == 1) {
            return values.values().iterator().next() + " (equal on both)";
        }
        return values.entrySet().stream()
                .map(it -> it.getKey() + ": " + it.getValue())
                .collect(Collectors.joining(" · "));
    }

    /** Where it ran, name to value. */
    Map<String, String> machine() {
        Environment environment = campaign.environment();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Processor",
                "%s, %s online".formatted(environment.cpuModel(), Wording.plural(environment.processors(), "core")));
        facts.put("Memory", Numbers.value(environment.memoryMib(), "MiB"));
        facts.put("System", environment.os() + ", kernel " + environment.kernel());
        facts.put("Virtualization", environment.virtualization());
        facts.put(
                "Cores by role",
                environment.cores().isEmpty() ? "nothing pinned" : entries(new TreeMap<>(environment.cores())));
        facts.put("Governor, huge pages", environment.governor() + ", " + environment.transparentHugePages());
        facts.put("Load before", Numbers.value(environment.loadBefore()));
        facts.put("Limits", entries(new TreeMap<>(environment.limits())));
        campaign.end()
                .ifPresent(it -> facts.put(
                        "The lab itself",
                        "%s at its peak, %s cores while measuring"
                                .formatted(
                                        Numbers.value(it.labPeakRssMib(), "MiB"), Numbers.value(it.labCpuFraction()))));
        return facts;
    }

    /** One line a service of what the contract suite said. */
    List<String> conformance() {
        return campaign.end().map(it -> it.conformance()).orElse(List.of());
    }

    /** How to read the table. */
    List<String> guide() {
        String confidence = Wording.share(campaign.policy().confidence());
        List<String> guide = new ArrayList<>();
        guide.add(
                "One point is one process start, not one request. Both services ran in every block, in random order, so what"
                        + " slows a whole block slows both and cancels out.");
        guide.add(
                "The ratio is Helidon / Micronaut: below 1, Helidon needs less. It is the Hodges-Lehmann estimate of the"
                        + " paired log ratios; the brackets are its exact " + confidence
                        + " interval from the Wilcoxon signed-rank distribution.");
        guide.add(
                "Better: the whole interval lies beyond the margin, and p after Holm's correction over all judged metrics is"
                        + " below " + Numbers.value(campaign.policy().alpha())
                        + ". Equivalent: the whole interval lies inside the margin. Inconclusive: neither; it is no proof of equality.");
        guide.add(
                "n is the number of pairs with two valid runs; \"+3 blocks?\" says about how many more would decide if the"
                        + " spread stays as it is. An asterisk marks a metric that the policy calls critical: who is worse on it cannot"
                        + " win.");
        guide.add("A winner leads by at least "
                + Wording.share(campaign.policy().decision().minimumLead()) + " of the policy's weight with at least "
                + Wording.share(campaign.policy().decision().minimumDecidedWeight())
                + " decided. Only an environment of grade A names a winner; B and C give an indication.");
        return guide;
    }

    /** What no report should be read without. */
    String reminder() {
        return "These numbers are true of this code, these versions, this load and this machine. A tight interval from one"
                + " campaign is no proof: memory layout and neighbours differ from day to day. Repeat the campaign on another"
                + " day or machine before you rely on it, and measure your own service before you choose.";
    }

    static String brief(String hash) {
        return hash.length() > 12 ? hash.substring(0, 12) : hash;
    }

    private static String entries(Map<String, String> map) {
        return map.isEmpty()
                ? "none recorded"
                : map.entrySet().stream()
                        .map(it -> it.getKey() + " " + it.getValue())
                        .collect(Collectors.joining(", "));
    }
}
