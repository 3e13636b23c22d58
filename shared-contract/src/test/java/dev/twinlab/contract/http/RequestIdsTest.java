package dev.twinlab.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestIdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"abcdefgh", "A.b_C-9.", "6d1f2f8e-5b1c-4f5e-9d55-2f7d2a1c9e10"})
    void keepsAWellFormedOne(String received) {
        assertThat(RequestIds.of(received)).isEqualTo(received);
    }

    @Test
    void keepsTheLongest() {
        String longest = "a".repeat(128);

        assertThat(RequestIds.of(longest)).isEqualTo(longest);
    }

    @Test
    void makesANewOneForEachRequestWithout() {
        String first = RequestIds.of(null);

        assertThat(first).matches(Limits.REQUEST_ID_PATTERN).matches(Limits.UUID_PATTERN);
        assertThat(RequestIds.of(null)).isNotEqualTo(first);
    }
}
