package dev.twinlab.lab.analyse;

import dev.twinlab.lab.analyse.MetricResult.Rule;
import dev.twinlab.lab.analyse.PairedRatio.Interval;
import dev.twinlab.lab.analyse.Policy.MetricPolicy;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.hipparchus.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;

/** Turns the pairs of each metric into an estimate and, where the policy lists it, a state. */
final class MetricJudge {
    private static final MathContext WRITTEN = new MathContext(6);

    private final Policy policy;
    private final List<RunRecord> runs;
    private final MetricCatalogue catalogue;
    private final Pairing pairing;

    MetricJudge(Policy policy, List<RunRecord> runs) {
        this.policy = policy;
        this.runs = runs;
        this.catalogue = new MetricCatalogue(runs);
        this.pairing = new Pairing(runs);
    }

    private record Measured(
            Metric metric,
            List<Pair> pairs,
            @Nullable PairedRatio ratio,
            @Nullable Pair undefined) {}

    private record Finding(
            State state, String sentence, @Nullable Integer moreBlocks) {}

    /** The policy's metrics in its order, then every other one. */
    List<MetricResult> results() {
        List<MetricResult> results = new ArrayList<>();
        List<Measured> judged = policy.metrics().stream()
                .map(it -> measure(catalogue.find(it.id()).orElseGet(() -> absent(it.id()))))
                .toList();
        double[] adjusted = Holm.adjust(judged.stream()
                .mapToDouble(it -> it.ratio() == null ? 1 : it.ratio().p())
                .toArray());
        for (int i = 0; i < judged.size(); i++) {
            MetricPolicy rule = policy.metrics().get(i);
            results.add(judged(judged.get(i), rule, adjusted[i]));
        }
        catalogue.metrics().stream()
                .filter(it -> policy.metric(it.id()).isEmpty())
                .forEach(it -> results.add(described(measure(it))));
        return results;
    }

    /** The policy's metrics without a single pair, each with the reason; a sample too small for a percentile is none. */
    List<String> missing() {
        return policy.metrics().stream()
                .map(MetricPolicy::id)
                .filter(id -> catalogue
                        .find(id)
                        .map(it -> pairing.pairs(catalogue, it).isEmpty())
                        .orElse(!isBeyondSample(id)))
                .map(id -> catalogue.find(id).isPresent()
                        ? "no block has two valid runs with " + id
                        : "no run recorded " + id)
                .toList();
    }

    private static Metric absent(String id) {
        return new Metric(id, id, "", RunKind.LOAD);
    }

    private boolean isBeyondSample(String id) {
        return catalogue.find(id).isEmpty() && MetricCatalogue.beyond(id, runs).isPresent();
    }

    private Measured measure(Metric metric) {
        List<Pair> pairs = pairing.pairs(catalogue, metric);
        Pair undefined = pairs.stream()
                .filter(it -> !PairedRatio.isDefined(it))
                .findFirst()
                .orElse(null);
        PairedRatio ratio = pairs.isEmpty() || undefined != null ? null : PairedRatio.of(pairs, policy.confidence());
        return new Measured(metric, pairs, ratio, undefined);
    }

    private MetricResult judged(Measured measured, MetricPolicy rule, double pHolm) {
        Finding finding = finding(measured, rule, pHolm);
        return result(
                measured,
                new Rule(rule.margin(), rule.weight(), rule.critical()),
                measured.ratio() == null ? null : written(pHolm),
                finding.state(),
                finding.sentence(),
                finding.moreBlocks());
    }

    private Finding finding(Measured measured, MetricPolicy rule, double pHolm) {
        PairedRatio ratio = measured.ratio();
        if (ratio == null) {
            return new Finding(State.INCONCLUSIVE, withoutRatio(measured), null);
        }
        Interval interval = ratio.interval();
        if (interval == null) {
            int needed = SignedRank.minimumPairs(policy.confidence());
            int seen = measured.pairs().size();
            return new Finding(
                    State.INCONCLUSIVE,
                    "%s from %s; an interval at %s needs at least %s pairs."
                            .formatted(
                                    Wording.change(ratio.ratio()),
                                    Wording.plural(seen, "pair"),
                                    Wording.share(policy.confidence()),
                                    needed),
                    needed - seen);
        }
        // On the logarithmic scale the margin is as wide below 1 as above, so that swapping the services mirrors the
        // state.
        double margin = StrictMath.log1p(rule.margin());
        String seen = seen(ratio, interval);
        if (interval.low() > -margin && interval.high() < margin) {
            return new Finding(
                    State.EQUIVALENT, seen + ": inside the margin of " + Wording.share(rule.margin()) + ".", null);
        }
        boolean clearsBelow = interval.high() < -margin;
        boolean clearsAbove = interval.low() > margin;
        if ((clearsBelow || clearsAbove) && pHolm < policy.alpha()) {
            return new Finding(
                    clearsBelow ? State.BETTER : State.WORSE,
                    "%s: %s is lower, and the interval clears the margin of %s."
                            .formatted(seen, clearsBelow ? "Helidon" : "Micronaut", Wording.share(rule.margin())),
                    null);
        }
        String why = clearsBelow || clearsAbove
                ? "%s clears the margin of %s, but p after Holm is %s, not below %s"
                        .formatted(
                                seen,
                                Wording.share(rule.margin()),
                                Wording.p(pHolm),
                                BigDecimal.valueOf(policy.alpha())
                                        .round(WRITTEN)
                                        .toPlainString())
                : "%s reaches over the margin of %s".formatted(seen, Wording.share(rule.margin()));
        OptionalInt needed = SampleSize.pairsToDecide(
                ratio, margin, policy.confidence(), policy.metrics().size());
        if (needed.isEmpty()) {
            return new Finding(
                    State.INCONCLUSIVE,
                    why + "; it would take more than " + SampleSize.AFFORDABLE + " blocks to decide.",
                    null);
        }
        int more = Math.max(1, needed.getAsInt() - measured.pairs().size());
        return new Finding(
                State.INCONCLUSIVE, why + "; about " + Wording.plural(more, "more block") + " would decide.", more);
    }

    private String withoutRatio(Measured measured) {
        Pair undefined = measured.undefined();
        if (undefined != null) {
            return "A ratio needs values above zero: block %s has %s and %s."
                    .formatted(undefined.block(), written(undefined.helidon()), written(undefined.micronaut()));
        }
        String id = measured.metric().id();
        if (isBeyondSample(id)) {
            OptionalDouble beyond = MetricCatalogue.beyond(id, runs);
            return "The sample does not support it: about %s beyond this percentile in a run."
                    .formatted(Wording.plural(Math.round(beyond.orElse(0)), "request"));
        }
        return catalogue.find(id).isPresent() ? "No block has two valid runs with it." : "No run recorded it.";
    }

    private static String seen(PairedRatio ratio, Interval interval) {
        return "%s [%s, %s]"
                .formatted(
                        Wording.change(ratio.ratio()),
                        Wording.change(StrictMath.exp(interval.low())),
                        Wording.change(StrictMath.exp(interval.high())));
    }

    private MetricResult described(Measured measured) {
        PairedRatio ratio = measured.ratio();
        String sentence;
        if (ratio == null) {
            sentence = withoutRatio(measured);
        } else if (ratio.interval() == null) {
            sentence = Wording.change(ratio.ratio()) + " from "
                    + Wording.plural(measured.pairs().size(), "pair") + ".";
        } else {
            Interval interval = ratio.interval();
            String who = interval.high() < 0
                    ? "Helidon is lower"
                    : interval.low() > 0 ? "Micronaut is lower" : "no clear difference";
            sentence = seen(ratio, interval) + ": " + who + ".";
        }
        return result(measured, null, null, null, sentence, null);
    }

    private static MetricResult result(
            Measured measured,
            @Nullable Rule rule,
            @Nullable Double pHolm,
            @Nullable State state,
            String sentence,
            @Nullable Integer moreBlocks) {
        Metric metric = measured.metric();
        List<Pair> pairs = measured.pairs();
        PairedRatio ratio = measured.ratio();
        Interval interval = ratio == null ? null : ratio.interval();
        return new MetricResult(
                metric.id(),
                metric.label(),
                metric.unit(),
                rule,
                pairs.size(),
                median(pairs.stream().mapToDouble(Pair::helidon).toArray()),
                median(pairs.stream().mapToDouble(Pair::micronaut).toArray()),
                ratio == null ? null : written(ratio.ratio()),
                interval == null ? null : written(StrictMath.exp(interval.low())),
                interval == null ? null : written(StrictMath.exp(interval.high())),
                interval == null ? null : written(interval.coverage()),
                ratio == null ? null : written(ratio.p()),
                pHolm,
                state,
                sentence,
                moreBlocks,
                pairs.stream()
                        .map(it -> new Pair(it.block(), written(it.helidon()), written(it.micronaut())))
                        .toList());
    }

    private static @Nullable Double median(double[] values) {
        return values.length == 0 ? null : written(new Median().evaluate(values));
    }

    /** Six digits are more than any of these numbers carries; they keep the file readable. */
    static double written(double value) {
        return new BigDecimal(value).round(WRITTEN).doubleValue();
    }
}
