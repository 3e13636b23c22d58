package dev.twinlab.contract.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.contract.http.Limits;
import dev.twinlab.contract.http.RequestIds;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What would not be safe in a log line or a header is replaced, never repaired. */
final class BadRequestIdsTest {
    static final List<String> UNFIT = List.of(
            "",
            "1234567",
            "a".repeat(129),
            "a".repeat(100_000),
            "with space",
            " 12345678",
            "12345678 ",
            "12345678\n",
            "12345678\r\nX-Other: 1",
            "colon:1234",
            "slash/1234",
            "{\"a\":\"b\"}",
            "${jndi:ldap}",
            "ümlaut-1234",
            "1234567\u0000",
            "\u202e12345678");

    @ParameterizedTest
    @FieldSource("UNFIT")
    void isReplacedByAUuid(String received) {
        assertThat(RequestIds.of(received)).matches(Limits.UUID_PATTERN).isNotEqualTo(received);
    }
}
