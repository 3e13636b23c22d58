package dev.twinlab.lab.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

    /** As R's p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm"). */
    @Test
    void adjustsAsTheReferenceDoes() {
        assertThat(Holm.adjust(new double[] {0.05, 0.01, 0.04, 0.02, 0.03}))
                .containsExactly(new double[] {0.09, 0.05, 0.09, 0.08, 0.09}, within(1e-12));
    }

    @Test
    void neverFallsWithRankAndNeverExceedsOne() {
        assertThat(Holm.adjust(new double[] {0.01, 0.011, 1, 0.6}))
                .containsExactly(new double[] {0.04, 0.04, 1, 1}, within(1e-12));
    }
}
