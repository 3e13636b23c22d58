package dev.twinlab.lab.analyse;

import static dev.twinlab.lab.analyse.SyntheticCampaign.HELIDON;
import static dev.twinlab.lab.analyse.SyntheticCampaign.MICRONAUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.lab.record.CellRecord;
import dev.twinlab.lab.record.Manifest;
import dev.twinlab.lab.record.PlannedRun;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class JudgeTest {

    @Test
    void identicalServicesAreEquivalentWhenTheSpreadIsSmall() {
        Verdict verdict = judge(SyntheticCampaign.aa().noise(0.01));
        assertThat(states(verdict)).containsOnly(State.EQUIVALENT);
        assertThat(verdict.outcome()).isEqualTo(Outcome.NO_WINNER);
        assertThat(verdict.exitCode()).isEqualTo(10);
        assertThat(verdict.sentence())
                .isEqualTo("No overall winner: the two are equivalent on everything that is decided.");
        assertThat(verdict.service()).isNull();
    }

    @Test
    void identicalServicesDecideNothingWhenTheSpreadIsLarge() {
        Verdict verdict = judge(SyntheticCampaign.aa().noise(0.3));
        assertThat(states(verdict)).containsOnly(State.INCONCLUSIVE);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.exitCode()).isEqualTo(20);
        assertThat(verdict.sentence())
                .isEqualTo("Inconclusive: the data decide 0 % of the weight, the policy asks for 60 %.");
        assertThat(verdict.judged()).allSatisfy(it -> assertThat(it.sentence()).contains("decide"));
    }

    @Test
    void aClearDifferenceWinsInEachGradesOwnWords() {
        Verdict dedicated = judge(SyntheticCampaign.aa().helidon(0.7));
        assertThat(states(dedicated)).containsOnly(State.BETTER);
        assertThat(dedicated.outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(dedicated.exitCode()).isZero();
        assertThat(dedicated.service()).isEqualTo(HELIDON);
        assertThat(dedicated.claim()).isEqualTo("winner");
        assertThat(dedicated.sentence())
                .isEqualTo("Winner: Helidon SE 4.1.2, ahead by 100 % of the weight with 100 % decided.");

        Verdict laptop = judge(SyntheticCampaign.aa().helidon(1.4).grade("C"));
        assertThat(states(laptop)).containsOnly(State.WORSE);
        assertThat(laptop.service()).isEqualTo(MICRONAUT);
        assertThat(laptop.claim()).isEqualTo("indication");
        assertThat(laptop.sentence())
                .startsWith("Indication: Micronaut 4.10.17, ahead by 100 %")
                .contains("environment grade C")
                .doesNotContain("Winner");
    }

    @Test
    void pairingCancelsDrift() {
        // Everything gets three times slower over the campaign; the pairs stand next to each other.
        Verdict verdict = judge(SyntheticCampaign.aa().drift(0.05).noise(0.01).blocks(20, 20));
        assertThat(states(verdict)).doesNotContain(State.BETTER, State.WORSE);
        Verdict different = judge(
                SyntheticCampaign.aa().drift(0.05).noise(0.01).blocks(20, 20).helidon(0.7));
        assertThat(states(different)).containsOnly(State.BETTER);
    }

    @Test
    void oneHugeOutlierNeitherMakesNorHidesAWinner() {
        // From 12 pairs on, the interval leaves out every Walsh average that one wild pair takes part in.
        assertThat(states(
                        judge(SyntheticCampaign.aa().noise(0.01).blocks(12, 12).outlier(4, 50))))
                .containsOnly(State.EQUIVALENT);
        // Against the odds of seven tests, a pair of the wrong sign takes some more.
        assertThat(states(
                        judge(SyntheticCampaign.aa().helidon(0.7).blocks(20, 20).outlier(4, 50))))
                .containsOnly(State.BETTER);
        // With 10 the interval still reaches the outlier: no claim, in neither direction.
        assertThat(states(judge(SyntheticCampaign.aa().noise(0.01).outlier(4, 50))))
                .containsOnly(State.INCONCLUSIVE);
    }

    @Test
    void theHintKnowsWhatOneOutlierCosts() {
        assertThat(judge(SyntheticCampaign.aa().noise(0.01).outlier(4, 50)).judged())
                .allSatisfy(it -> assertThat(it.moreBlocks()).isEqualTo(2));
        assertThat(judge(SyntheticCampaign.aa().noise(0.01).helidon(0.7).outlier(4, 50))
                        .judged())
                .allSatisfy(it -> assertThat(it.moreBlocks()).isBetween(5, 8));
    }

    @Test
    void tooFewBlocksDecideNothingHoweverClear() {
        Verdict verdict = judge(SyntheticCampaign.aa().helidon(0.5).blocks(3, 3));
        assertThat(states(verdict)).containsOnly(State.INCONCLUSIVE);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.judged()).allSatisfy(it -> {
            assertThat(it.sentence()).contains("from 3 pairs; an interval at 95 % needs at least 6 pairs.");
            assertThat(it.moreBlocks()).isEqualTo(3);
            assertThat(it.ratio()).isNotNull();
            assertThat(it.low()).isNull();
        });
    }

    @Test
    void sixBlocksHaveAnIntervalButNotThePThatAFamilyOfTestsNeeds() {
        Verdict verdict = judge(SyntheticCampaign.aa().helidon(0.5).blocks(6, 6));
        assertThat(states(verdict)).containsOnly(State.INCONCLUSIVE);
        assertThat(verdict.judged()).allSatisfy(it -> {
            assertThat(it.sentence()).contains("clears the margin of 5 %, but p after Holm is 0.219, not below 0.05");
            assertThat(it.moreBlocks()).isEqualTo(3);
        });
    }

    @Test
    void theCriticalMetricVetoes() {
        Verdict verdict = judge(SyntheticCampaign.aa()
                .helidon(0.6)
                .policy(weightingLatencyLittle())
                .helidonUnderLoad(3));
        assertThat(verdict.outcome()).isEqualTo(Outcome.NO_WINNER);
        assertThat(verdict.sentence())
                .contains("Helidon SE 4.1.2 leads by")
                .contains("worse on what the policy calls critical: p99 mixed at 300/s");
    }

    @Test
    void aLeadBelowThePolicysIsNoWin() {
        Verdict verdict = judge(SyntheticCampaign.aa()
                .helidon(0.7)
                .helidonUnderLoad(1.9)
                .policy(SyntheticCampaign.balanced().replace("critical: true", "critical: false")));
        assertThat(verdict.tally().decided()).isEqualTo(1);
        assertThat(verdict.outcome()).isEqualTo(Outcome.NO_WINNER);
        assertThat(verdict.sentence()).contains("leads by 7.7 % of the weight, the policy asks for 20 %");
    }

    @Test
    void constantMetricsAreEquivalent() {
        Verdict verdict = judge(SyntheticCampaign.aa().constant());
        assertThat(states(verdict)).containsOnly(State.EQUIVALENT);
        assertThat(verdict.metrics()).allSatisfy(it -> assertThat(it.p()).isEqualTo(1));
    }

    @Test
    void nothingButZerosIsEquivalent() {
        Verdict verdict = judge(SyntheticCampaign.aa().unit(0));
        assertThat(states(verdict)).containsOnly(State.EQUIVALENT);
    }

    @Test
    void aZeroOnOneSideHasNoRatioAndSaysSo() {
        Verdict verdict = judge(SyntheticCampaign.aa().helidon(0));
        assertThat(states(verdict)).containsOnly(State.INCONCLUSIVE);
        assertThat(verdict.judged()).allSatisfy(it -> assertThat(it.sentence())
                .startsWith("A ratio needs values above zero: block 1 has 0.0 and"));
    }

    @Test
    void tiesAreNoTrouble() {
        // Values without noise tie in every block.
        Verdict verdict = judge(SyntheticCampaign.aa().noise(0).helidon(0.8));
        assertThat(states(verdict)).containsOnly(State.BETTER);
        assertThat(judge(SyntheticCampaign.aa().noise(0)).judged())
                .allSatisfy(it -> assertThat(it.state()).isEqualTo(State.EQUIVALENT));
    }

    @Test
    void aRepeatedPairReplacesTheOneThatFailed() {
        var campaign = SyntheticCampaign.aa().noise(0.01).invalid(RunKind.LOAD, 2, HELIDON, "k6 dropped 12 iterations");
        campaign.with(campaign.run(new PlannedRun(RunKind.LOAD, 2, 1, MICRONAUT, 2), 90))
                .with(campaign.run(new PlannedRun(RunKind.LOAD, 2, 2, HELIDON, 2), 91));
        Campaign built = campaign.build();
        Pairing pairing = new Pairing(built.runs());
        assertThat(pairing.blocks()).hasSize(20);
        assertThat(pairing.blocks())
                .filteredOn(it -> it.kind() == RunKind.LOAD && it.block() == 2)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.helidon().attempt()).isEqualTo(2);
                    assertThat(it.micronaut().attempt()).isEqualTo(2);
                });
        Verdict verdict = Judge.judge(built);
        assertThat(verdict.outcome()).isEqualTo(Outcome.NO_WINNER);
        assertThat(verdict.invalidRuns())
                .containsExactly(new Verdict.InvalidRun("load-b02-helidon-1", List.of("k6 dropped 12 iterations")));
    }

    @Test
    void aBlockWithoutTwoValidRunsTogetherDoesNotCount() {
        var campaign = SyntheticCampaign.aa().invalid(RunKind.LOAD, 2, HELIDON, "killed");
        campaign.with(campaign.run(new PlannedRun(RunKind.LOAD, 2, 1, HELIDON, 2), 90));
        assertThat(new Pairing(campaign.build().runs()).blocks())
                .noneMatch(it -> it.kind() == RunKind.LOAD && it.block() == 2);
    }

    @Test
    void tooManyInvalidRunsMakeTheCampaignInvalid() {
        var campaign = SyntheticCampaign.aa();
        for (int block = 1; block <= 9; block++) {
            campaign.invalid(RunKind.LOAD, block, HELIDON, "errors 1.2 %");
        }
        Verdict verdict = judge(campaign);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.exitCode()).isEqualTo(30);
        assertThat(verdict.sentence())
                .isEqualTo("Invalid campaign: 9 of 40 planned runs are invalid; the policy allows 20 %.");
    }

    @Test
    void aFailedMissingOrUnreadableContractCheckMakesTheCampaignInvalid() {
        for (var campaign : List.of(
                SyntheticCampaign.aa().conformance(),
                SyntheticCampaign.aa()
                        .conformance("helidon: 143 of 143 checks passed", "micronaut: 142 of 143 checks passed"),
                SyntheticCampaign.aa().conformance("helidon: GET /products/{sku} answered 500"),
                SyntheticCampaign.aa().conformance("helidon: page 2 of 2 has no cursor."),
                SyntheticCampaign.aa().conformance("helidon: 0 of 0 checks passed"))) {
            Verdict verdict = judge(campaign);
            assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
            assertThat(verdict.sentence()).contains("the contract").doesNotContain("..");
        }
        assertThat(judge(SyntheticCampaign.aa()
                                .noise(0.01)
                                .conformance("helidon: 12/12 passed", "micronaut: 12 checks passed of 12"))
                        .outcome())
                .isEqualTo(Outcome.NO_WINNER);
    }

    @Test
    void anIncompleteOrKilledCampaignIsInvalidAndStillShowsItsEstimates() {
        Verdict incomplete = judge(SyntheticCampaign.aa().incomplete());
        assertThat(incomplete.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(incomplete.sentence()).contains("incomplete: stopped by hand after 3 of 10 blocks");
        assertThat(incomplete.judged()).allSatisfy(it -> assertThat(it.ratio()).isNotNull());
        assertThat(judge(SyntheticCampaign.aa().killed()).sentence())
                .isEqualTo("Invalid campaign: the campaign has not ended: it still runs, or was killed.");
    }

    @Test
    void missingDataMakeTheCampaignInvalid() {
        Campaign whole = SyntheticCampaign.aa().build();
        Campaign lacking = replaceRuns(
                whole,
                run -> withCells(
                        run,
                        run.cells().stream()
                                .filter(it -> !it.scenario().equals("mixed"))
                                .toList()));
        Verdict verdict = Judge.judge(lacking);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.reasons())
                .containsExactly(
                        "no run recorded latency.mixed.low.p99_ms",
                        "no run recorded latency.mixed.high.p99_ms",
                        "no run recorded cpu.mixed.high.s_per_1000");
    }

    @Test
    void aPercentileBeyondTheSampleIsInconclusiveNotMissing() {
        Verdict verdict = judge(SyntheticCampaign.aa().noise(0.005).requests(80));
        assertThat(verdict.outcome()).isNotEqualTo(Outcome.INVALID);
        assertThat(metric(verdict, "latency.mixed.high.p99_ms").state()).isEqualTo(State.INCONCLUSIVE);
        assertThat(metric(verdict, "latency.mixed.high.p99_ms").sentence())
                .isEqualTo("The sample does not support it: about 1 request beyond this percentile in a run.");
        assertThat(verdict.warnings())
                .anyMatch(it -> it.contains("latency.mixed.high.p99_ms rests on about 1 request"));
    }

    @Test
    void aChangedPolicyIsNoticed() {
        Campaign campaign = SyntheticCampaign.aa().build();
        var m = campaign.manifest();
        var changed = new Manifest(
                m.schemaVersion(),
                m.campaign(),
                m.startedAt(),
                m.commit(),
                m.buildId(),
                m.plan(),
                m.planYaml(),
                m.planSha256(),
                m.policyYaml().replace("weight: 3", "weight: 9"),
                m.policySha256(),
                m.seed(),
                m.schedule(),
                m.jvmFlags(),
                m.tools());
        Verdict verdict = Judge.judge(new Campaign(
                changed, campaign.environment(), campaign.end(), campaign.runs(), Policy.parse(changed.policyYaml())));
        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.sentence()).contains("the policy was changed after the campaign began");
    }

    @Test
    void startUpComesFromStartUpRunsAlone() {
        Verdict verdict = judge(SyntheticCampaign.aa().blocks(8, 6));
        assertThat(metric(verdict, "startup.first_response_ms").pairs()).isEqualTo(8);
        assertThat(metric(verdict, "memory.ready.rss_mib").pairs()).isEqualTo(8);
        assertThat(metric(verdict, "memory.load.rss_mib").pairs()).isEqualTo(6);
    }

    @Test
    void everyOtherMetricIsShownAndDecidesNothing() {
        Verdict verdict = judge(SyntheticCampaign.aa().helidon(0.7));
        assertThat(verdict.described())
                .extracting(MetricResult::id)
                .contains(
                        "startup.ready_ms",
                        "memory.idle.pss_mib",
                        "memory.after.heap_mib",
                        "memory.ready.threads",
                        "latency.ping.p50_ms",
                        "latency.mixed.high.p999_ms",
                        "cpu.mixed.low.s_per_1000")
                .doesNotContain("memory.load.heap_mib");
        assertThat(verdict.described()).allSatisfy(it -> assertThat(it.state()).isNull());
        assertThat(metric(verdict, "latency.ping.p50_ms").sentence()).endsWith("Helidon is lower.");
        assertThat(metric(verdict, "memory.ready.threads").sentence()).endsWith("no clear difference.");
    }

    @Test
    void identicalServicesAlmostNeverHaveAWinner() {
        int winners = 0;
        int falseStates = 0;
        int campaigns = 500;
        for (int seed = 1; seed <= campaigns; seed++) {
            Verdict verdict = judge(SyntheticCampaign.aa().seed(seed).noise(0.02 + 0.0002 * seed));
            winners += verdict.outcome() == Outcome.DECIDED ? 1 : 0;
            falseStates +=
                    states(verdict).contains(State.BETTER) || states(verdict).contains(State.WORSE) ? 1 : 0;
        }
        assertThat(winners).isLessThanOrEqualTo(campaigns / 50);
        assertThat(falseStates).isLessThanOrEqualTo(campaigns / 20);
    }

    private static String weightingLatencyLittle() {
        return SyntheticCampaign.balanced()
                .replace("weight: 3, critical: true", "weight: 0.1, critical: true")
                .replaceAll("(latency.mixed.low.p99_ms,  margin: 0.05, weight: )2", "$10.1")
                .replaceAll("(cpu.mixed.high.s_per_1000, margin: 0.05, weight: )2", "$10.1");
    }

    private static Verdict judge(SyntheticCampaign campaign) {
        return Judge.judge(campaign.build());
    }

    private static List<State> states(Verdict verdict) {
        return verdict.judged().stream().map(MetricResult::state).toList();
    }

    private static MetricResult metric(Verdict verdict, String id) {
        return verdict.metrics().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Campaign replaceRuns(Campaign campaign, UnaryOperator<RunRecord> change) {
        return new Campaign(
                campaign.manifest(),
                campaign.environment(),
                Optional.of(campaign.end().orElseThrow()),
                campaign.runs().stream().map(change).toList(),
                campaign.policy());
    }

    private static RunRecord withCells(RunRecord run, List<CellRecord> cells) {
        return new RunRecord(
                run.schemaVersion(),
                run.id(),
                run.kind(),
                run.block(),
                run.attempt(),
                run.position(),
                run.sequence(),
                run.service(),
                run.startedAt(),
                run.durationMs(),
                run.valid(),
                run.invalidReasons(),
                run.version(),
                run.jvmFlags(),
                run.startup(),
                run.memory(),
                cells,
                run.gates());
    }
}
