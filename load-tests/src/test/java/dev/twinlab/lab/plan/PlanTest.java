package dev.twinlab.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static Plan builtIn(String name) {
        PlanSource source = PlanSource.plan(name);
        return Plan.parse(source.source(), source.yaml());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick", "standard", "tiny"})
    void everyBuiltInPlanCanBeRead(String name) {
        assertThat(builtIn(name).name()).isEqualTo(name);
    }

    @Test
    void quickHasTenStartsAndEnoughBlocksForAnInterval() {
        Plan quick = builtIn("quick");

        assertThat(quick.startupPairs()).isGreaterThanOrEqualTo(10);
        // Fewer pairs than six cannot reach 95 % in a signed-rank test.
        assertThat(quick.loadBlocks()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void everyBuiltInPlanOffersTheMixAtTwoRates() {
        assertThat(builtIn("quick").cells())
                .filteredOn(it -> it.scenario().equals("mixed"))
                .hasSize(2);
        assertThat(builtIn("standard").cells())
                .filteredOn(it -> it.scenario().equals("mixed"))
                .hasSize(2);
    }

    @Test
    void everyCellOfTheStandardPlanSupportsItsP99() {
        // A CV of about 2 % needs 6,000 requests or more.
        assertThat(builtIn("standard").cells()).allMatch(it -> it.requests() >= 6000);
    }

    @Test
    void theMixOfTheQuickPlanHasTenAnswersBeyondItsP99() {
        assertThat(builtIn("quick").cells())
                .filteredOn(it -> it.scenario().equals("mixed"))
                .allMatch(it -> it.requests() >= 1000);
    }

    @Test
    void tellsHowLongK6Runs() {
        // 1 burst of 3 s after 1 s; 5 cells of 2 s after a gap of half a second each.
        assertThat(builtIn("tiny").loadTime()).isEqualTo(Duration.ofMillis(4000 + 5 * 2500));
    }

    @Test
    void theGatesOfTheBuiltInPolicyCanBeRead() {
        PlanSource policy = PlanSource.policy("balanced");
        GateLimits limits = GateLimits.parse(policy.source(), policy.yaml());

        assertThat(limits.dropped()).isZero();
        assertThat(limits.errorRate()).isEqualTo(0.001);
    }
}
