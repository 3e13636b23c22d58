package dev.twinlab.helidon.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.problem.ProblemException;
import dev.twinlab.contract.problem.ProblemType;
import dev.twinlab.helidon.http.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadBodiesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "null",
                "5",
                "true",
                "\"\"",
                "\"{}\"",
                "[]",
                "[{}]",
                "{} {}",
                "{} x",
                "{},",
                "{\"lines\":[],}",
                "{'lines':[]}",
                "/* */{}",
                "{\"customerId\":NaN}",
                "{\"customerId\":7}",
                "{\"customerId\":true}",
                "{\"customerId\":{}}",
                "{\"customerId\":[\"x\"]}",
                "{\"customerId\":\"a\",\"customerId\":\"a\"}",
                "{\"customerid\":\"a\"}",
                "{\"unknown\":null}",
                "{\"lines\":\"\"}",
                "{\"lines\":{}}",
                "{\"lines\":{\"sku\":\"ABC\",\"quantity\":1}}",
                "{\"lines\":[\"\"]}",
                "{\"lines\":[7]}",
                "{\"lines\":[[]]}",
                "{\"lines\":[{\"sku\":7}]}",
                "{\"lines\":[{\"sku\":\"ABC\",\"price\":1}]}",
                "{\"lines\":[{\"quantity\":1,\"quantity\":1}]}",
                "{\"lines\":[{\"quantity\":\"1\"}]}",
                "{\"lines\":[{\"quantity\":\"\"}]}",
                "{\"lines\":[{\"quantity\":1.5}]}",
                "{\"lines\":[{\"quantity\":2.0}]}",
                "{\"lines\":[{\"quantity\":1e2}]}",
                "{\"lines\":[{\"quantity\":01}]}",
                "{\"lines\":[{\"quantity\":true}]}",
                "{\"lines\":[{\"quantity\":[1]}]}"
            })
    void what_is_not_one_object_of_the_schema_is_malformed(String body) {
        assertMalformed(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"lines\":", "{\"lines\":[{\"x\":", "{\"customerId\":"})
    void deep_nesting_ends_in_an_answer(String start) {
        assertMalformed((start + "[".repeat(60_000)).getBytes(StandardCharsets.UTF_8));
        assertMalformed(start.repeat(60_000 / start.length()).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytes_that_are_no_text_are_malformed() {
        assertMalformed(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
        assertMalformed(new byte[1000]);
    }

    private static void assertMalformed(byte[] body) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> Json.read(body, CreateOrder.class)))
                .isNotNull()
                .extracting(ProblemException::type)
                .isEqualTo(ProblemType.MALFORMED_REQUEST);
    }
}
