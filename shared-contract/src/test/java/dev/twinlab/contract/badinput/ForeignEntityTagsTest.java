package dev.twinlab.contract.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.contract.http.EntityTag;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForeignEntityTagsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "v7",
                "\"v7",
                "'v7'",
                "\"V7\"",
                "\"v70\"",
                "\"v6\"",
                "w/\"v7\"",
                "W/ \"v7\"",
                "\"*\"",
                "W/"
            })
    void leadToAFullAnswer(String ifNoneMatch) {
        assertThat(EntityTag.matches(List.of(ifNoneMatch), "\"v7\"")).isFalse();
    }
}
