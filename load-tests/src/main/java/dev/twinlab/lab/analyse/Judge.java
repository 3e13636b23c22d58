package dev.twinlab.lab.analyse;

import dev.twinlab.contract.Variant;
import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.lab.analyse.Verdict.InvalidRun;
import dev.twinlab.lab.analyse.Verdict.Tally;
import dev.twinlab.lab.record.CampaignEnd;
import dev.twinlab.lab.record.Manifest;
import dev.twinlab.lab.record.RunRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges a campaign under the policy that its manifest carries: no clock, no network, no locale. */
public final class Judge {
    /** "143 of 143 checks passed", "143/143 passed" or "143 checks passed of 143": the contract held. */
    private static final Pattern PASSED =
            Pattern.compile("(?<!\\d)(\\d+)(?: checks passed)?\\s*(?:of|/)\\s*(\\d+)(?!\\d)");

    /** Requests beyond a percentile that make it steady: 10,000 for a p99, with a spread of about 2 % from counting alone. */
    private static final int STEADY = 100;

    private Judge() {}

    /** The verdict; the same campaign always gives the same one. */
    public static Verdict judge(Campaign campaign) {
        Manifest manifest = campaign.manifest();
        Policy policy = campaign.policy();
        MetricJudge judge = new MetricJudge(policy, campaign.runs());
        List<MetricResult> metrics = judge.results();
        Tally tally = tally(metrics);
        int planned = plannedRuns(manifest);
        List<InvalidRun> invalid = campaign.runs().stream()
                .filter(it -> !it.valid())
                .map(it -> new InvalidRun(it.id(), it.invalidReasons()))
                .toList();
        List<String> defects = defects(campaign, planned, invalid.size());
        defects.addAll(judge.missing());
        Ruling ruling = defects.isEmpty() ? Ruling.of(policy, metrics, tally, campaign) : Ruling.invalid(defects);
        return new Verdict(
                Verdict.SCHEMA_VERSION,
                manifest.campaign(),
                policy.name(),
                manifest.policySha256(),
                campaign.environment().grade(),
                ruling.outcome(),
                ruling.claim(),
                ruling.service(),
                ruling.sentence(),
                ruling.outcome().exitCode(),
                ruling.reasons(),
                tally,
                metrics,
                planned,
                invalid,
                warnings(campaign, policy));
    }

    private static int plannedRuns(Manifest manifest) {
        return (int)
                manifest.schedule().stream().filter(it -> it.attempt() == 1).count();
    }

    private static Tally tally(List<MetricResult> metrics) {
        double all = 0;
        double helidon = 0;
        double micronaut = 0;
        double equivalent = 0;
        for (MetricResult metric : metrics) {
            if (metric.rule() == null || metric.state() == null) {
                continue;
            }
            double weight = metric.rule().weight();
            all += weight;
            switch (metric.state()) {
                case BETTER -> helidon += weight;
                case WORSE -> micronaut += weight;
                case EQUIVALENT -> equivalent += weight;
                case INCONCLUSIVE -> {}
            }
        }
        return new Tally(
                MetricJudge.written(helidon / all),
                MetricJudge.written(micronaut / all),
                MetricJudge.written(equivalent / all),
                MetricJudge.written((helidon + micronaut + equivalent) / all),
                MetricJudge.written((helidon - micronaut) / all));
    }

    /** Why the campaign cannot be judged; empty when it can. */
    private static List<String> defects(Campaign campaign, int planned, int invalid) {
        List<String> defects = new ArrayList<>();
        Manifest manifest = campaign.manifest();
        hash(defects, "policy", manifest.policyYaml(), manifest.policySha256());
        hash(defects, "plan", manifest.planYaml(), manifest.planSha256());
        if (campaign.end().isPresent()) {
            CampaignEnd end = campaign.end().get();
            contract(defects, end.conformance());
            if (!end.complete()) {
                defects.add("the campaign is incomplete: " + Wording.withoutStop(end.reason()));
            }
        } else {
            defects.add("the campaign has not ended: it still runs, or was killed");
        }
        double allowed = campaign.policy().gates().invalidRuns();
        // One repeat is allowed in the smallest plan too: a single hiccup is no reason to throw a campaign away.
        if (invalid > Math.max(1, Math.floor(allowed * planned))) {
            defects.add("%s of %s invalid; the policy allows %s"
                    .formatted(
                            invalid,
                            Wording.plural(planned, "planned run") + (invalid == 1 ? " is" : " are"),
                            Wording.share(allowed)));
        }
        for (Variant variant : Variant.values()) {
            SortedSet<String> builds = builds(campaign.runs(), variant);
            if (builds.size() > 1) {
                defects.add("the runs of %s are of different builds: %s"
                        .formatted(variant.wireName(), String.join(", ", builds)));
            }
        }
        return defects;
    }

    private static void hash(List<String> defects, String what, String text, String sha256) {
        String actual = sha256(text);
        if (!actual.equals(sha256)) {
            defects.add("the %s was changed after the campaign began: its text hashes to %s, the manifest says %s"
                    .formatted(what, brief(actual), brief(sha256)));
        }
    }

    private static String brief(String hash) {
        return hash.length() > 12 ? hash.substring(0, 12) : hash;
    }

    private static void contract(List<String> defects, List<String> conformance) {
        if (conformance.isEmpty()) {
            defects.add("the contract suite did not run, so the services may not do the same work");
        }
        for (String line : conformance) {
            Matcher counts = PASSED.matcher(line);
            if (!line.contains("passed")
                    || !counts.find()
                    || !counts.group(1).equals(counts.group(2))
                    || counts.group(1).equals("0")) {
                defects.add("the contract failed: " + Wording.withoutStop(line));
            }
        }
    }

    private static SortedSet<String> builds(List<RunRecord> runs, Variant variant) {
        SortedSet<String> builds = new TreeSet<>();
        for (RunRecord run : runs) {
            VersionInfo version = run.version();
            if (run.valid() && version != null && run.service().equals(variant.wireName())) {
                builds.add("%s on %s %s (build %s)"
                        .formatted(
                                version.version(),
                                version.framework().name(),
                                version.framework().version(),
                                version.buildId()));
            }
        }
        return builds;
    }

    private static List<String> warnings(Campaign campaign, Policy policy) {
        List<String> warnings =
                new ArrayList<>(campaign.end().map(CampaignEnd::warnings).orElse(List.of()));
        if (campaign.manifest().commit().endsWith("-dirty")) {
            warnings.add("The working tree had uncommitted changes: commit "
                    + campaign.manifest().commit() + " alone does not reproduce this campaign.");
        }
        List<RunRecord> valid =
                campaign.runs().stream().filter(RunRecord::valid).toList();
        for (var metric : policy.metrics()) {
            OptionalDouble beyond = MetricCatalogue.beyond(metric.id(), valid);
            if (beyond.isPresent() && beyond.getAsDouble() < STEADY) {
                warnings.add("%s rests on about %s beyond the percentile in a run; %s make it steady."
                        .formatted(metric.id(), Wording.plural(Math.round(beyond.getAsDouble()), "request"), STEADY));
            }
        }
        return warnings;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
