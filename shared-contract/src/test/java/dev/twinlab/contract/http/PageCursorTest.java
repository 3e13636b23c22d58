package dev.twinlab.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageCursorTest {
    @ParameterizedTest
    @ValueSource(strings = {"SKU-000001", "A0-", "0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ-01"})
    void productsComeBackAsTheyWent(String sku) {
        assertThat(PageCursor.PRODUCTS.decode(PageCursor.PRODUCTS.encode(sku))).contains(sku);
    }

    @Test
    void ordersComeBackAsTheyWent() {
        String id = "01941f29-7c00-7abc-8def-0123456789ab";

        assertThat(PageCursor.ORDERS.decode(PageCursor.ORDERS.encode(id))).contains(id);
    }

    @Test
    void formIsStable() {
        assertThat(PageCursor.PRODUCTS.encode("SKU-000001")).isEqualTo("cDE6U0tVLTAwMDAwMQ");
        assertThat(PageCursor.ORDERS.encode("01941f29-7c00-7abc-8def-0123456789ab"))
                .isEqualTo("bzE6MDE5NDFmMjktN2MwMC03YWJjLThkZWYtMDEyMzQ1Njc4OWFi");
    }

    @Test
    void longestCursorIsWithinTheLimit() {
        String longestSku = "A".repeat(40);

        assertThat(PageCursor.PRODUCTS.encode(longestSku)).hasSizeLessThanOrEqualTo(Limits.CURSOR_LENGTH_MAX);
    }

    @Test
    void needsNoEscapeInAQuery() {
        assertThat(PageCursor.PRODUCTS.encode("ZZZ---999")).matches("[A-Za-z0-9_-]+");
    }
}
