package dev.twinlab.helidon.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.orders.CreateOrderLine;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.contract.products.ProductPage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    @Test
    void missing_and_null_members_are_read_as_null_for_the_rules_to_judge() {
        assertThat(read("{}")).isEqualTo(new CreateOrder(null, null));
        assertThat(read(" {\"lines\":[{\"quantity\":null}],\n\"customerId\":null} "))
                .isEqualTo(new CreateOrder(null, List.of(new CreateOrderLine(null, null))));
    }

    @ParameterizedTest
    @CsvSource({"2147483648, 2147483647", "99999999999999999999, 2147483647", "-99999999999, -2147483648", "-0, 0"})
    void a_whole_number_beyond_the_bounds_is_for_the_rules_to_judge(String number, int read) {
        assertThat(read("{\"lines\":[{\"quantity\":" + number + "}]}").lines())
                .containsExactly(new CreateOrderLine(null, read));
    }

    @Test
    void null_is_written_but_for_a_problem_without_field_errors() {
        assertThat(write(new ProductPage(List.of(), null))).isEqualTo("{\"items\":[],\"nextCursor\":null}");
        assertThat(write(Problems.noSuchRoute().toProblem("/\u00e4", "abcdefgh")))
                .endsWith("\"instance\":\"/\u00e4\",\"requestId\":\"abcdefgh\"}");
    }

    private static CreateOrder read(String body) {
        return Json.read(body.getBytes(StandardCharsets.UTF_8), CreateOrder.class);
    }

    private static String write(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }
}
