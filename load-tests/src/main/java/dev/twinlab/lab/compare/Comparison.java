package dev.twinlab.lab.compare;

import dev.twinlab.contract.Variant;
import dev.twinlab.lab.analyse.Campaign;
import dev.twinlab.lab.analyse.Holm;
import dev.twinlab.lab.analyse.Judge;
import dev.twinlab.lab.analyse.Metric;
import dev.twinlab.lab.analyse.MetricCatalogue;
import dev.twinlab.lab.analyse.MetricResult;
import dev.twinlab.lab.analyse.Outcome;
import dev.twinlab.lab.analyse.Pairing;
import dev.twinlab.lab.analyse.Policy.MetricPolicy;
import dev.twinlab.lab.analyse.Verdict;
import dev.twinlab.lab.analyse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one campaign to another. The runs of the two are not paired, so each service and metric is a comparison of two
 * independent samples, of the runs that count in their own campaign.
 *
 * @param obstacles why the two cannot be compared, one clause each; empty when they can
 * @param changed what may explain a change
 * @param noted what differs besides
 * @param changes every metric that both have, of both services: the judged ones first
 * @param ratios the ratio Helidon / Micronaut of each judged metric in either campaign
 */
record Comparison(
        Campaign first,
        Campaign second,
        List<String> obstacles,
        List<Difference> changed,
        List<Difference> noted,
        List<Change> changes,
        List<Ratios> ratios) {

    /**
     * The same ratio twice.
     *
     * @param overlap whether the intervals have a value in common; null where one of them is missing
     */
    record Ratios(
            MetricResult first,
            MetricResult second,
            @Nullable Boolean overlap) {}

    private record Sample(Variant service, Metric metric, double[] first, double[] second, Optional<Shift> shift) {}

    static Comparison of(Campaign first, Campaign second) {
        Verdict one = Judge.judge(first);
        Verdict two = Judge.judge(second);
        Circumstances circumstances = new Circumstances(first, second);
        List<String> obstacles = new ArrayList<>();
        if (first.manifest().campaign().equals(second.manifest().campaign())) {
            obstacles.add("both are the campaign " + first.manifest().campaign());
        }
        invalid(obstacles, one);
        invalid(obstacles, two);
        circumstances.obstacles().forEach(it -> obstacles.add(it.sentence()));
        return new Comparison(
                first,
                second,
                List.copyOf(obstacles),
                circumstances.changed(),
                circumstances.noted(),
                changes(first, second, obstacles.isEmpty()),
                ratios(one, two));
    }

    boolean isComparable() {
        return obstacles.isEmpty();
    }

    private static void invalid(List<String> obstacles, Verdict verdict) {
        if (verdict.outcome() == Outcome.INVALID) {
            obstacles.add("%s is invalid: %s"
                    .formatted(verdict.campaign(), verdict.reasons().getFirst()));
        }
    }

    private static List<Change> changes(Campaign first, Campaign second, boolean comparable) {
        List<Sample> samples = samples(first, second);
        List<Sample> judged = samples.stream()
                .filter(it -> margin(it.metric(), first, second) != null)
                .toList();
        double[] adjusted = Holm.adjust(judged.stream()
                .mapToDouble(it -> it.shift().map(Shift::p).orElse(1.0))
                .toArray());
        double alpha = first.policy().alpha();
        List<Change> decisive = new ArrayList<>();
        List<Change> others = new ArrayList<>();
        for (Sample sample : samples) {
            Double margin = margin(sample.metric(), first, second);
            Double pHolm = margin == null ? null : adjusted[judged.indexOf(sample)];
            Shift shift = sample.shift().orElse(null);
            Change change = new Change(
                    sample.service(),
                    sample.metric(),
                    sample.first().length,
                    sample.second().length,
                    median(sample.first()),
                    median(sample.second()),
                    shift,
                    margin,
                    pHolm,
                    comparable ? reading(shift, margin, pHolm, alpha) : "");
            (margin == null ? others : decisive).add(change);
        }
        decisive.addAll(others);
        return decisive;
    }

    private static List<Sample> samples(Campaign first, Campaign second) {
        MetricCatalogue one = new MetricCatalogue(first.runs());
        MetricCatalogue two = new MetricCatalogue(second.runs());
        List<Sample> samples = new ArrayList<>();
        for (Metric metric : one.metrics()) {
            // The same id is another thing where the rates behind it differ: the label tells the rate.
            if (two.find(metric.id()).filter(metric::equals).isEmpty()) {
                continue;
            }
            for (Variant service : Variant.values()) {
                double[] before = values(first, one, metric, service);
                double[] after = values(second, two, metric, service);
                samples.add(new Sample(
                        service,
                        metric,
                        before,
                        after,
                        Shift.between(before, after, first.policy().confidence())));
            }
        }
        return samples;
    }

    private static double[] values(Campaign campaign, MetricCatalogue catalogue, Metric metric, Variant service) {
        Pairing pairing = new Pairing(campaign.runs());
        return campaign.runs().stream()
                .filter(it -> it.service().equals(service.wireName()) && pairing.isUsed(it))
                .flatMapToDouble(it -> catalogue.value(metric.id(), it).stream())
                .toArray();
    }

    private static @Nullable Double margin(Metric metric, Campaign first, Campaign second) {
        Optional<MetricPolicy> one = first.policy().metric(metric.id());
        Optional<MetricPolicy> two = second.policy().metric(metric.id());
        return one.isPresent()
                        && two.isPresent()
                        && one.get().margin() == two.get().margin()
                ? one.get().margin()
                : null;
    }

    /** The same rule as between two services: the interval against the margin, and p after Holm. */
    private static String reading(
            @Nullable Shift shift, @Nullable Double margin, @Nullable Double pHolm, double alpha) {
        if (shift == null) {
            return "no ratio";
        }
        Double low = shift.low();
        Double high = shift.high();
        if (low == null || high == null) {
            return "too few runs";
        }
        if (margin == null || pHolm == null) {
            return high < 1 ? "lower" : low > 1 ? "higher" : "~";
        }
        double wide = 1 + margin;
        if (low > 1 / wide && high < wide) {
            return "equivalent";
        }
        if (pHolm < alpha && high < 1 / wide) {
            return "better";
        }
        return pHolm < alpha && low > wide ? "worse" : "inconclusive";
    }

    private static List<Ratios> ratios(Verdict first, Verdict second) {
        List<Ratios> ratios = new ArrayList<>();
        for (MetricResult one : first.judged()) {
            second.judged().stream()
                    .filter(it -> it.id().equals(one.id()) && it.label().equals(one.label()))
                    .findFirst()
                    .ifPresent(two -> ratios.add(new Ratios(one, two, overlap(one, two))));
        }
        return ratios;
    }

    private static @Nullable Boolean overlap(MetricResult one, MetricResult two) {
        Double low = one.low();
        Double high = one.high();
        Double otherLow = two.low();
        Double otherHigh = two.high();
        return low == null || high == null || otherLow == null || otherHigh == null
                ? null
                : low <= otherHigh && otherLow <= high;
    }

    private static double median(double[] values) {
        return values.length == 0 ? Double.NaN : new Median().evaluate(values);
    }

    /** In how many judged metrics the intervals of the two campaigns have a value in common. */
    String agreement() {
        long known = ratios.stream().filter(it -> it.overlap() != null).count();
        long overlapping =
                ratios.stream().filter(it -> Boolean.TRUE.equals(it.overlap())).count();
        return known == 0
                ? "No metric that decides has an interval in both campaigns."
                : "The intervals of the two campaigns overlap on %s of %s."
                        .formatted(overlapping, Wording.plural(known, "judged metric"));
    }
}
