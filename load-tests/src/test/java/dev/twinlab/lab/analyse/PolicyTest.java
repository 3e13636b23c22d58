package dev.twinlab.lab.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyTest {

    @Test
    void theShippedPolicyIsReadWhole() {
        Policy policy = Policy.parse(SyntheticCampaign.balanced());
        assertThat(policy.name()).isEqualTo("balanced");
        assertThat(policy.confidence()).isEqualTo(0.95);
        assertThat(policy.metrics()).hasSize(7);
        assertThat(policy.metric("latency.mixed.high.p99_ms"))
                .contains(new Policy.MetricPolicy("latency.mixed.high.p99_ms", 0.05, 3, true));
        assertThat(policy.metric("latency.ping.p50_ms")).isEmpty();
        assertThat(policy.decision()).isEqualTo(new Policy.Decision(0.6, 0.2));
        assertThat(policy.gates()).isEqualTo(new Policy.Gates(0.001, 0, 100, 0.8, 0.8, 0.1, 0.2));
    }
}
