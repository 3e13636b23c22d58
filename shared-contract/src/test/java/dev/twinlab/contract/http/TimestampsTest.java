package dev.twinlab.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:05:00.120Z, 2026-03-01T09:05:00.120Z",
        "2026-03-01T09:05:00Z, 2026-03-01T09:05:00.000Z",
        "2026-03-01T09:05:00.123999999Z, 2026-03-01T09:05:00.123Z",
        "2026-12-31T23:59:59.999999Z, 2026-12-31T23:59:59.999Z",
        "2026-03-01T00:30:00+02:00, 2026-02-28T22:30:00.000Z",
        "1969-12-31T23:59:59.999500Z, 1969-12-31T23:59:59.999Z",
    })
    void isUtcWithThreeDigitsAndNeverRoundedUp(Instant instant, String wire) {
        assertThat(Timestamps.format(instant)).isEqualTo(wire);
    }
}
