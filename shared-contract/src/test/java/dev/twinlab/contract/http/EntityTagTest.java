package dev.twinlab.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityTagTest {
    @Test
    void isStrongAndNamesTheVersion() {
        assertThat(EntityTag.of(7)).isEqualTo("\"v7\"");
        assertThat(EntityTag.of(Long.MAX_VALUE)).isEqualTo("\"v9223372036854775807\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"v7\"", "W/\"v7\"", "*", " \"v7\" ", "\"v6\", \"v7\"", "\"other\",W/\"v7\"", "\"v7\",\"v8\""})
    void matchesWhatTheClientHas(String ifNoneMatch) {
        assertThat(EntityTag.matches(List.of(ifNoneMatch), "\"v7\"")).isTrue();
    }

    @Test
    void matchesInAnyOfSeveralHeaders() {
        assertThat(EntityTag.matches(List.of("\"v1\"", "\"v7\""), "\"v7\"")).isTrue();
    }

    @Test
    void nothingMatchesWithoutTheHeader() {
        assertThat(EntityTag.matches(List.of(), "\"v7\"")).isFalse();
    }
}
