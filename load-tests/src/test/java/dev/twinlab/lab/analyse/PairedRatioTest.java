package dev.twinlab.lab.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedRatioTest {

    /**
     * Hamilton depression scale before and after treatment: Hollander and Wolfe, table 3.1. R's wilcox.test(x, y, paired = TRUE,
     * conf.int = TRUE) gives p = 0.03906, estimate 0.46 and [0.01, 0.786] at an achieved 96.1 %; here as logarithms.
     */
    @Test
    void publishedExampleGivesThePublishedNumbers() {
        double[] x = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] y = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        PairedRatio ratio = PairedRatio.of(ofLogs(x, y), 0.95);
        assertThat(ratio.p()).isCloseTo(0.0390625, within(1e-12));
        assertThat(ratio.logEstimate()).isCloseTo(0.46, within(1e-6));
        assertThat(ratio.interval()).isNotNull();
        assertThat(ratio.interval().low()).isCloseTo(0.01, within(1e-6));
        assertThat(ratio.interval().high()).isCloseTo(0.786, within(1e-6));
        assertThat(ratio.interval().coverage()).isCloseTo(0.9609375, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void fewerThanSixPairsGiveNoInterval(int n) {
        assertThat(PairedRatio.of(random(n, 1), 0.95).interval()).isNull();
    }

    @Test
    void sixPairsGiveTheSmallestAndTheLargestDifference() {
        List<Pair> pairs = random(6, 4);
        double[] logs =
                pairs.stream().mapToDouble(PairedRatio::logRatio).sorted().toArray();
        PairedRatio ratio = PairedRatio.of(pairs, 0.95);
        assertThat(ratio.interval()).isEqualTo(new PairedRatio.Interval(logs[0], logs[5], 1 - 2 / 64.0));
    }

    @Test
    void intervalCoversTheTruthAsOftenAsItSays() {
        int covered = 0;
        int campaigns = 4_000;
        for (int seed = 0; seed < campaigns; seed++) {
            var interval = PairedRatio.of(random(10, seed), 0.95).interval();
            covered += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
        }
        double exact = 1 - 2 * SignedRank.cumulative(10)[8];
        assertThat((double) covered / campaigns).isCloseTo(exact, within(0.012));
    }

    @Test
    void constantPairsGiveAnIntervalOfNoWidth() {
        List<Pair> pairs = new ArrayList<>();
        for (int block = 1; block <= 8; block++) {
            pairs.add(new Pair(block, 10, 20));
        }
        PairedRatio ratio = PairedRatio.of(pairs, 0.95);
        assertThat(ratio.ratio()).isCloseTo(0.5, within(1e-8));
        assertThat(ratio.interval().low()).isEqualTo(ratio.interval().high());
        assertThat(ratio.p()).isEqualTo(2 / 256.0);
    }

    @Test
    void twoZerosAreEqualAndOneZeroHasNoRatio() {
        assertThat(PairedRatio.isDefined(new Pair(1, 0, 0))).isTrue();
        assertThat(PairedRatio.logRatio(new Pair(1, 0, 0))).isZero();
        assertThat(PairedRatio.isDefined(new Pair(1, 0, 3))).isFalse();
        assertThat(PairedRatio.isDefined(new Pair(1, 3, 0))).isFalse();
    }

    private static List<Pair> ofLogs(double[] x, double[] y) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            pairs.add(new Pair(i + 1, Math.exp(x[i]), Math.exp(y[i])));
        }
        return pairs;
    }

    private static List<Pair> random(int n, long seed) {
        Random random = new Random(seed * 7_919 + 13);
        List<Pair> pairs = new ArrayList<>();
        for (int block = 1; block <= n; block++) {
            pairs.add(new Pair(block, Math.exp(0.1 * random.nextGaussian()), Math.exp(0.1 * random.nextGaussian())));
        }
        return pairs;
    }
}
