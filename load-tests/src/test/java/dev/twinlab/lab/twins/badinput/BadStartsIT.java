package dev.twinlab.lab.twins.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.lab.twins.TwinProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A start with bad settings: exit code 78, every problem in one message, the same words from both, and no secret in them. */
@Timeout(120)
class BadStartsIT {
    private static final int EXIT_BAD_SETTINGS = 78;
    private static final String SHOWN_NEVER = "geheim";

    static Stream<Map<String, String>> starts() {
        return Stream.of(
                Map.of("JWT_SECRET", ""),
                Map.of("HTTP_PORT", "x", "MANAGEMENT_PORT", "70000", "DB_POOL_SIZE", "0", "LOG_LEVEL", "loud"),
                good("JWT_SECRET", SHOWN_NEVER),
                good("JWT_SECRET_FILE", "/no/such/file"),
                good("DB_URL", "jdbc:mysql://db/shop?password=" + SHOWN_NEVER),
                good("DB_PASSWORD_FILE", "/dev/null"),
                good("HTTP_PORT", "8081", "MANAGEMENT_PORT", "8081"),
                good("ENVIRONMENT", "moon"),
                good("ENVIRONMENT", "production", "JWT_SECRET", "an-example-" + SHOWN_NEVER + "-of-32-bytes-or-more"),
                good("AUTH_REQUIRE_READ", "TRUE", "DRAIN_DELAY_MS", "-1", "SHUTDOWN_GRACE_MS", "1s"));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void bothRefuseInTheSameWords(Map<String, String> settings) throws InterruptedException {
        List<String> helidon = refusal("helidon", settings);
        List<String> micronaut = refusal("micronaut", settings);

        assertThat(micronaut).isEqualTo(helidon);
        assertThat(helidon).isNotEmpty().allSatisfy(it -> assertThat(it)
                .matches(".*(; it must be|; in production it must be|; set one of|; it must hold|; it must differ).*")
                .doesNotContain(SHOWN_NEVER));
    }

    private static List<String> refusal(String variant, Map<String, String> settings) throws InterruptedException {
        try (TwinProcess service = TwinProcess.spawn(variant, settings)) {
            assertThat(service.await(Duration.ofSeconds(30))).isEqualTo(EXIT_BAD_SETTINGS);
            return service.lines();
        }
    }

    private static Map<String, String> good(String... changes) {
        Map<String, String> settings = new HashMap<>(Map.of("DB_URL", "jdbc:postgresql://db/shop", "DB_USER", "shop"));
        for (int i = 0; i < changes.length; i += 2) {
            settings.put(changes[i], changes[i + 1]);
        }
        if (settings.containsKey("JWT_SECRET_FILE")) {
            settings.put("JWT_SECRET", "");
        }
        return settings;
    }
}
