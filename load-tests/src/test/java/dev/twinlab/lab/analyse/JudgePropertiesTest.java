package dev.twinlab.lab.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must hold of the judge whatever the data are: seeds, effects and spreads that give every state. */
class JudgePropertiesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1.0, 0.01",
        "2, 0.7, 0.02",
        "3, 1.3, 0.03",
        "4, 0.95, 0.05",
        "5, 1.06, 0.02",
        "6, 1.0, 0.3",
        "7, 0.9, 0.1"
    })
    void swappingTheServicesMirrorsTheVerdict(long seed, double effect, double noise) {
        Verdict straight = Judge.judge(campaign(seed, effect, noise).build());
        Verdict mirrored = Judge.judge(campaign(seed, effect, noise).swapped().build());
        assertThat(mirrored.outcome()).isEqualTo(straight.outcome());
        assertThat(mirrored.service()).isEqualTo(other(straight.service()));
        assertThat(mirrored.tally().lead()).isEqualTo(-straight.tally().lead());
        assertThat(mirrored.tally().helidon()).isEqualTo(straight.tally().micronaut());
        for (int i = 0; i < straight.metrics().size(); i++) {
            MetricResult one = straight.metrics().get(i);
            MetricResult two = mirrored.metrics().get(i);
            assertThat(two.state()).isEqualTo(mirror(one.state()));
            assertThat(two.pHolm()).isEqualTo(one.pHolm());
            assertThat(two.moreBlocks()).isEqualTo(one.moreBlocks());
            assertThat(two.ratio() * one.ratio()).isCloseTo(1, within(1e-4));
            assertThat(two.low() * one.high()).isCloseTo(1, within(1e-4));
            assertThat(two.helidonMedian()).isEqualTo(one.micronautMedian());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0, 0.01",
        "2, 0.7, 0.02",
        "3, 1.3, 0.03",
        "4, 0.95, 0.05",
        "5, 1.06, 0.02",
        "6, 1.0, 0.3",
        "7, 0.9, 0.1"
    })
    void anotherUnitChangesNothing(long seed, double effect, double noise) {
        Verdict one = Judge.judge(campaign(seed, effect, noise).build());
        assertSameDecisions(
                one, Judge.judge(campaign(seed, effect, noise).unit(1000).build()));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0, 0.01",
        "2, 0.7, 0.02",
        "3, 1.3, 0.03",
        "4, 0.95, 0.05",
        "5, 1.06, 0.02",
        "6, 1.0, 0.3",
        "7, 0.9, 0.1"
    })
    void whatSlowsBothServicesOfABlockChangesNothing(long seed, double effect, double noise) {
        Verdict one = Judge.judge(campaign(seed, effect, noise).build());
        assertSameDecisions(
                one,
                Judge.judge(campaign(seed, effect, noise)
                        .blockEffect(1, 3)
                        .blockEffect(5, 0.4)
                        .blockEffect(9, 1.7)
                        .build()));
    }

    private static void assertSameDecisions(Verdict one, Verdict two) {
        assertThat(two.outcome()).isEqualTo(one.outcome());
        assertThat(two.sentence()).isEqualTo(one.sentence());
        assertThat(two.tally()).isEqualTo(one.tally());
        for (int i = 0; i < one.judged().size(); i++) {
            MetricResult before = one.judged().get(i);
            MetricResult after = two.judged().get(i);
            assertThat(after.state()).isEqualTo(before.state());
            assertThat(after.p()).isEqualTo(before.p());
            // Memory is recorded in whole KiB, so a factor moves a ratio by the rounding.
            assertThat(after.ratio()).isCloseTo(before.ratio(), within(2e-5));
            assertThat(after.low()).isCloseTo(before.low(), within(2e-5));
        }
    }

    private static SyntheticCampaign campaign(long seed, double effect, double noise) {
        return SyntheticCampaign.aa().seed(seed).helidon(effect).noise(noise);
    }

    private static String other(String service) {
        if (service == null) {
            return null;
        }
        return service.equals(SyntheticCampaign.HELIDON) ? SyntheticCampaign.MICRONAUT : SyntheticCampaign.HELIDON;
    }

    private static State mirror(State state) {
        if (state == State.BETTER) {
            return State.WORSE;
        }
        return state == State.WORSE ? State.BETTER : state;
    }
}
