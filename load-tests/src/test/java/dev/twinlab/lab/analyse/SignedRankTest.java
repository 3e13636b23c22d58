package dev.twinlab.lab.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedRankTest {

    /** Published critical values: Wilcoxon and Wilcox 1964, "Some rapid approximate statistical procedures", table 2. */
    @ParameterizedTest
    @CsvSource({
        "5, -1, -1",
        "6, 0, -1",
        "7, 2, -1",
        "8, 3, 0",
        "9, 5, 1",
        "10, 8, 3",
        "11, 10, 5",
        "12, 13, 7",
        "13, 17, 9",
        "14, 21, 12",
        "15, 25, 15",
        "16, 29, 19",
        "17, 34, 23",
        "18, 40, 27",
        "19, 46, 32",
        "20, 52, 37"
    })
    void criticalValuesAreThePublishedOnes(int n, int fivePercent, int onePercent) {
        assertThat(SignedRank.critical(n, 0.025)).isEqualTo(fivePercent);
        assertThat(SignedRank.critical(n, 0.005)).isEqualTo(onePercent);
    }

    @Test
    void distributionIsThatOfEverySignCounted() {
        int n = 10;
        int[] counts = new int[n * (n + 1) / 2 + 1];
        for (int signs = 0; signs < 1 << n; signs++) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (signs >> i & 1) * (i + 1);
            }
            counts[sum]++;
        }
        double[] cumulative = SignedRank.cumulative(n);
        int atMost = 0;
        for (int t = 0; t < counts.length; t++) {
            atMost += counts[t];
            assertThat(cumulative[t]).isEqualTo(atMost / 1024.0);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.90, 5", "0.95, 6", "0.99, 8", "0.999, 11"})
    void anIntervalNeedsEnoughPairs(double confidence, int pairs) {
        assertThat(SignedRank.minimumPairs(confidence)).isEqualTo(pairs);
    }

    @Test
    void pOfOneSignIsTheSmallestThatPairsCanGive() {
        assertThat(SignedRank.twoSidedP(new double[] {1, 2, 3, 4, 5, 6})).isEqualTo(2 / 64.0);
        assertThat(SignedRank.twoSidedP(new double[] {-1, -2, -3, -4, -5, -6, -7, -8}))
                .isEqualTo(2 / 256.0);
    }

    @Test
    void pWithoutTiesIsTheLibrarysExactOne() {
        Random random = new Random(3);
        for (int n = 6; n <= 20; n++) {
            double[] x = random.doubles(n, 0, 1).toArray();
            double[] y = random.doubles(n, 0.2, 1.1).toArray();
            double[] differences = new double[n];
            for (int i = 0; i < n; i++) {
                differences[i] = x[i] - y[i];
            }
            assertThat(SignedRank.twoSidedP(differences))
                    .isCloseTo(new WilcoxonSignedRankTest().wilcoxonSignedRankTest(x, y, true), within(1e-12));
        }
    }

    @Test
    void pWithTiesAndZerosIsThatOfEverySignCounted() {
        // Pratt: |d| ranks are 0:1.5, 0:1.5, 1:3.5, 1:3.5, 2:6, 2:6, 2:6, 3:8; the zeros leave the sum.
        double[] differences = {0, 0, 1, -1, 2, 2, 2, 3};
        double[] ranks = {3.5, 3.5, 6, 6, 6, 8};
        double observed = 3.5 + 6 + 6 + 6 + 8;
        int atLeast = 0;
        int atMost = 0;
        for (int signs = 0; signs < 64; signs++) {
            double sum = 0;
            for (int i = 0; i < 6; i++) {
                sum += (signs >> i & 1) * ranks[i];
            }
            atLeast += sum >= observed ? 1 : 0;
            atMost += sum <= observed ? 1 : 0;
        }
        assertThat(SignedRank.twoSidedP(differences)).isEqualTo(2 * Math.min(atLeast, atMost) / 64.0);
    }

    @Test
    void pOfNothingButZerosIsOne() {
        assertThat(SignedRank.twoSidedP(new double[7])).isEqualTo(1);
    }
}
