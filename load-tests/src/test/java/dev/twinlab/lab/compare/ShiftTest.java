package dev.twinlab.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftTest {
    /** Two-sided 5 %, from the published tables of the Mann-Whitney U. */
    @ParameterizedTest
    @CsvSource({
        "3, 3, -1",
        "4, 4, 0",
        "5, 5, 2",
        "6, 6, 5",
        "8, 8, 13",
        "10, 10, 23",
        "6, 10, 11",
        "20, 20, 127",
        "2, 8, 0"
    })
    void criticalValuesAreThePublishedOnes(int n, int m, int critical) {
        assertThat(RankSum.critical(n, m, 0.025)).isEqualTo(critical);
        assertThat(RankSum.critical(m, n, 0.025)).isEqualTo(critical);
    }

    @Test
    void theDistributionIsOneEvenForLargeSamples() {
        double[] cumulative = RankSum.cumulative(40, 30);
        assertThat(cumulative[cumulative.length - 1]).isCloseTo(1, within(1e-9));
        assertThat(cumulative[600]).isCloseTo(0.5, within(0.01));
        for (int u = 1; u < cumulative.length; u++) {
            assertThat(cumulative[u]).isGreaterThanOrEqualTo(cumulative[u - 1]);
        }
    }

    @Test
    void fourAgainstFourApart() {
        Shift shift = Shift.between(new double[] {1, 1.1, 1.2, 1.3}, new double[] {2, 2.2, 2.4, 2.6}, 0.95)
                .orElseThrow();
        assertThat(shift.ratio()).isCloseTo(2, within(0.01));
        assertThat(shift.low()).isCloseTo(2 / 1.3, within(1e-6));
        assertThat(shift.high()).isCloseTo(2.6, within(1e-6));
        assertThat(shift.p()).isCloseTo(2.0 / 70, within(1e-9));
    }

    @Test
    void threeAgainstThreeHaveNoInterval() {
        Shift shift = Shift.between(new double[] {1, 2, 3}, new double[] {4, 5, 6}, 0.95)
                .orElseThrow();
        assertThat(shift.low()).isNull();
        assertThat(shift.high()).isNull();
    }

    @Test
    void theSameValuesAreNoChange() {
        double[] same = {5, 5, 5, 5, 5};
        Shift shift = Shift.between(same, same, 0.95).orElseThrow();
        assertThat(shift).isEqualTo(new Shift(1, 1.0, 1.0, 1));
    }

    @Test
    void withoutALogarithmThereIsNoRatio() {
        assertThat(Shift.between(new double[] {1, 0}, new double[] {1, 2}, 0.95))
                .isEmpty();
        assertThat(Shift.between(new double[] {1}, new double[] {Double.NaN}, 0.95))
                .isEmpty();
        assertThat(Shift.between(new double[] {}, new double[] {1}, 0.95)).isEmpty();
    }

    @Test
    void swappingTurnsTheRatioUpsideDownAndAUnitChangesNothing() {
        Random chance = new Random(7);
        double[] one = chance.doubles(9, 50, 150).toArray();
        double[] two = chance.doubles(12, 60, 140).toArray();
        Shift there = Shift.between(one, two, 0.95).orElseThrow();
        Shift back = Shift.between(two, one, 0.95).orElseThrow();
        assertThat(back.ratio()).isCloseTo(1 / there.ratio(), within(1e-9));
        assertThat(back.low()).isCloseTo(1 / there.high(), within(1e-9));
        assertThat(back.p()).isCloseTo(there.p(), within(1e-12));
        Shift scaled = Shift.between(
                        Arrays.stream(one).map(it -> it / 1024).toArray(),
                        Arrays.stream(two).map(it -> it / 1024).toArray(),
                        0.95)
                .orElseThrow();
        assertThat(scaled.ratio()).isCloseTo(there.ratio(), within(1e-8));
        assertThat(scaled.p()).isEqualTo(there.p());
    }

    /** An interval is what it says: over many pairs of equal samples, about one in twenty misses. */
    @Test
    void theIntervalCoversAsOftenAsItClaims() {
        Random chance = new Random(11);
        int missed = 0;
        for (int i = 0; i < 2_000; i++) {
            double[] one = chance.doubles(10).map(it -> Math.exp(0.1 * it)).toArray();
            double[] two = chance.doubles(10).map(it -> Math.exp(0.1 * it)).toArray();
            Shift shift = Shift.between(one, two, 0.95).orElseThrow();
            missed += shift.low() > 1 || shift.high() < 1 ? 1 : 0;
        }
        assertThat(missed / 2_000.0).isBetween(0.03, 0.06);
    }
}
