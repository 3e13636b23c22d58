package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final int POINTS = 30;

    @Test
    void aLineHasItsSlope() {
        Trend trend = trend(hours -> 100 + 12 * hours);

        assertThat(trend.perHour()).isCloseTo(12, within(1e-9));
        assertThat(trend.grows(0.05, 2)).isTrue();
    }

    @Test
    void aSlowLeakUnderNoiseIsFound() {
        var random = new Random(7);

        Trend trend = trend(hours -> 200 + 40 * hours + random.nextGaussian());

        assertThat(trend.grows(0.05, 2)).isTrue();
        assertThat(trend.low()).isPositive();
    }

    @Test
    void noiseIsNoLeak() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);

            assertThat(trend(hours -> 200 + 3 * random.nextGaussian()).grows(0.05, 2))
                    .as("seed %d", seed)
                    .isFalse();
        }
    }

    @Test
    void oneJumpIsNoTrend() {
        assertThat(trend(hours -> hours > 0.49 ? 300 : 200).grows(0.05, 2)).isFalse();
    }

    @Test
    void whatShrinksDoesNotGrow() {
        assertThat(trend(hours -> 100 - 30 * hours).grows(0.05, 2)).isFalse();
    }

    @Test
    void aHandfulOfValuesHasNoTrend() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trend.of(new double[3], new double[3]))
                .withMessageContaining("at least 10");
    }

    private static Trend trend(DoubleUnaryOperator value) {
        double[] hours = IntStream.range(0, POINTS).mapToDouble(it -> it / 60.0).toArray();
        return Trend.of(
                hours,
                IntStream.range(0, POINTS)
                        .mapToDouble(it -> value.applyAsDouble(hours[it]))
                        .toArray());
    }
}
