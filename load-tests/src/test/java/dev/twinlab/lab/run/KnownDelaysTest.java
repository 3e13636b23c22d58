package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KnownDelaysTest {
    private static final int REQUESTS = 5000;

    @Test
    void everyDelayIsGivenOnceSoThatTheSampleHasTheTruePercentiles() {
        var delays = new KnownDelays(REQUESTS, 3);

        double[] given = LongStream.generate(delays)
                .limit(REQUESTS)
                .mapToDouble(it -> it / 1e6)
                .sorted()
                .toArray();

        assertThat(given[0]).isCloseTo(delays.percentileMs(0), within(1e-5));
        assertThat(given[REQUESTS / 2]).isCloseTo(delays.percentileMs(50), within(0.01));
        assertThat(given[REQUESTS - 1]).isCloseTo(delays.percentileMs(100), within(1e-5));
    }

    @Test
    void thePercentilesAreThoseOfTheDistribution() {
        var delays = new KnownDelays(100_000, 3);

        // 2 - 2 ln(1 - 0.5 / 0.9), from the fast path alone.
        assertThat(delays.percentileMs(50)).isCloseTo(2 - 2 * Math.log(1 - 0.5 / 0.9), within(0.01));
        assertThat(delays.percentileMs(99.5)).isCloseTo(60 - 15 * Math.log(0.5), within(0.1));
    }

    @Test
    void theSeedDecidesTheOrder() {
        assertThat(first(3)).isEqualTo(first(3)).isNotEqualTo(first(4));
    }

    private static long[] first(long seed) {
        return LongStream.generate(new KnownDelays(REQUESTS, seed)).limit(20).toArray();
    }
}
