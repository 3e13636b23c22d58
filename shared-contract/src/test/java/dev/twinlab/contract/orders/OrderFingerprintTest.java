package dev.twinlab.contract.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OrderFingerprintTest {
    private static final String CUSTOMER = "018f4e2a-7c3b-7d10-8a55-3f1c2b4d5e6f";
    private static final CreateOrderLine FIRST = new CreateOrderLine("SKU-000001", 2);
    private static final CreateOrderLine SECOND = new CreateOrderLine("SKU-000002", 1);

    @Test
    void isStableSinceKeysOutliveARelease() {
        assertThat(hex(CUSTOMER, FIRST, SECOND))
                .isEqualTo("72b8384221f23a8fe6e84b6e95e5327a25a7d6d1c941b46c678b0f250d4a20ac");
    }

    @Test
    void isEqualForEqualOrders() {
        assertThat(hex(CUSTOMER, new CreateOrderLine("SKU-000001", 2))).isEqualTo(hex(CUSTOMER, FIRST));
    }

    @Test
    void doesNotMindTheCaseOfTheCustomer() {
        assertThat(hex("018F4E2A-7C3B-7D10-8A55-3F1C2B4D5E6F", FIRST)).isEqualTo(hex(CUSTOMER, FIRST));
    }

    @Test
    void tellsOrdersApart() {
        assertThat(List.of(
                        hex(CUSTOMER, FIRST),
                        hex("018f4e2a-7c3b-7d10-8a55-3f1c2b4d5e60", FIRST),
                        hex(CUSTOMER, new CreateOrderLine("SKU-000001", 22)),
                        hex(CUSTOMER, new CreateOrderLine("SKU-0000012", 2)),
                        hex(CUSTOMER, FIRST, SECOND),
                        hex(CUSTOMER, SECOND, FIRST),
                        hex(CUSTOMER, SECOND)))
                .doesNotHaveDuplicates();
    }

    private static String hex(String customer, CreateOrderLine... lines) {
        return HexFormat.of().formatHex(OrderFingerprint.of(new CreateOrder(customer, List.of(lines))));
    }
}
