package dev.twinlab.micronaut.http.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.problem.ProblemException;
import dev.twinlab.contract.problem.ProblemType;
import dev.twinlab.micronaut.http.JsonBody;
import dev.twinlab.micronaut.http.StrictJson;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictJsonTest {
    private ApplicationContext context;
    private StrictJson json;

    @BeforeAll
    void start() {
        // No pool and no port: only the codecs are wanted.
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(Map.of("datasources.default.enabled", false))
                .start();
        json = context.getBean(StrictJson.class);
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "null",
                "7",
                "\"a\"",
                "[]",
                "{",
                "{} x",
                "{}{}",
                "{\"other\":1}",
                "{\"CustomerId\":\"a\"}",
                "{\"customerId\":5}",
                "{\"customerId\":true}",
                "{\"customerId\":{}}",
                "{\"customerId\":[]}",
                "{\"customerId\":\"a\",\"customerId\":\"a\"}",
                "{\"customerId\":\"a\",}",
                "{'customerId':\"a\"}",
                "{\"lines\":{}}",
                "{\"lines\":\"\"}",
                "{\"lines\":[1]}",
                "{\"lines\":[[]]}",
                "{\"lines\":[\"\"]}",
                "{\"lines\":[{\"sku\":1}]}",
                "{\"lines\":[{\"sku\":\"A\",\"sku\":\"A\"}]}",
                "{\"lines\":[{\"quantity\":\"2\"}]}",
                "{\"lines\":[{\"quantity\":2.0}]}",
                "{\"lines\":[{\"quantity\":2e0}]}",
                "{\"lines\":[{\"quantity\":true}]}",
                "{\"lines\":[{\"quantity\":[2]}]}",
                "{\"lines\":[{\"other\":1}]}"
            })
    void malformed(String body) {
        assertMalformed(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nestedTooDeep() {
        assertMalformed(("{\"customerId\":" + "[".repeat(60_000)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatAreNotUtf8() {
        assertMalformed("{\"customerId\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void missingAndNullMembersAreForTheRulesToRefuse() {
        assertThat(read("{}")).isEqualTo(new CreateOrder(null, null));
        assertThat(read("{\"lines\":[null,{\"sku\":null}]}").lines()).hasSize(2);
    }

    @Test
    void wholeNumbersBeyondIntAreForTheRulesToRefuse() {
        assertThat(read("{\"lines\":[{\"quantity\":99999999999999999999},{\"quantity\":-3000000000}]}")
                        .lines())
                .extracting(line -> line.quantity())
                .containsExactly(Integer.MAX_VALUE, Integer.MIN_VALUE);
    }

    private CreateOrder read(String body) {
        return json.read(new JsonBody(body.getBytes(StandardCharsets.UTF_8)), CreateOrder.class);
    }

    private void assertMalformed(byte[] body) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> json.read(new JsonBody(body), CreateOrder.class))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_REQUEST));
    }
}
