package dev.twinlab.contract.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.contract.http.PageCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ForeignCursorsTest {
    private static final String ORDER_ID = "01941f29-7c00-7abc-8def-0123456789ab";

    @Test
    void ofTheOtherList() {
        assertThat(PageCursor.PRODUCTS.decode(PageCursor.ORDERS.encode(ORDER_ID)))
                .isEmpty();
        assertThat(PageCursor.ORDERS.decode(PageCursor.PRODUCTS.encode("SKU-000001")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "p1",
                "p1:",
                "SKU-000001",
                "p2:SKU-000001",
                "P1:SKU-000001",
                " p1:SKU-000001",
                "p1:sku",
                "p1:SKU-000001\n",
                "p1:SKU-000001' OR 1=1",
                "p1:SKÜ-1",
                "o1:SKU-000001"
            })
    void withAnotherContent(String content) {
        assertThat(PageCursor.PRODUCTS.decode(base64(content))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"o1:", "o1:1-1-1-1-1", "o1:01941f29-7c00-7abc-8def-0123456789a", "o2:" + ORDER_ID})
    void ofNoOrder(String content) {
        assertThat(PageCursor.ORDERS.decode(base64(content))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p1:SKU-000001",
                "cDE6U0tVLTAwMDAwMQ===",
                "cDE6U0tV LTAwMDAwMQ",
                "cDE6U0tVLTAwMDAwMQ\n",
                "c",
                "+/+/",
                "%20",
                "ü"
            })
    void notInBase64OfUrls(String cursor) {
        assertThat(PageCursor.PRODUCTS.decode(cursor)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void longerThanAnyOfOurs(PageCursor kind) {
        assertThat(kind.decode("A".repeat(201))).isEmpty();
        assertThat(kind.decode("A".repeat(1_000_000))).isEmpty();
    }

    private static String base64(String content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }
}
