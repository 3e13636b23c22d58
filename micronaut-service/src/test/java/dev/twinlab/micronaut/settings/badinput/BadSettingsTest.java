package dev.twinlab.micronaut.settings.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.twinlab.micronaut.settings.InvalidSettingsException;
import dev.twinlab.micronaut.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadSettingsTest {
    private static final Path NO_FOLDER = Path.of("/no/such/folder");

    @Test
    void everyMissingSettingIsNamedAtOnce() {
        assertThat(problems(Map.of()))
                .hasSize(3)
                .satisfiesExactly(
                        url -> assertThat(url).startsWith("DB_URL is not set"),
                        user -> assertThat(user).startsWith("DB_USER is not set"),
                        secret -> assertThat(secret).startsWith("JWT_SECRET is not set"));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_PORT, 65536",
        "HTTP_PORT, 8081",
        "MANAGEMENT_PORT, -1",
        "DB_URL, jdbc:mysql://db/shop",
        "DB_POOL_SIZE, 0",
        "DB_POOL_TIMEOUT_MS, 249",
        "JWT_SECRET, short",
        "JWT_SECRET_FILE, /there/is/no/such/file",
        "AUTH_REQUIRE_READ, yes",
        "DRAIN_DELAY_MS, 300001",
        "SHUTDOWN_GRACE_MS, 1s",
        "LOG_LEVEL, info",
        "LOG_FORMAT, xml"
    })
    void oneBadValueIsOneProblemThatNamesIt(String name, String value) {
        var environment = good();
        environment.put(name, value);

        assertThat(problems(environment)).singleElement().asString().contains(name);
    }

    @Test
    void noSecretIsToldInAMessage() {
        var environment = good();
        environment.put("JWT_SECRET", "tiny");
        environment.put("DB_URL", "mysql://db/shop?password=hunter2");

        assertThat(problems(environment)).hasSize(2).noneMatch(it -> it.contains("tiny") || it.contains("hunter2"));
    }

    private static List<String> problems(Map<String, String> environment) {
        return catchThrowableOfType(InvalidSettingsException.class, () -> Settings.from(environment, NO_FOLDER))
                .problems();
    }

    private static Map<String, String> good() {
        return new HashMap<>(Map.of(
                "DB_URL", "jdbc:postgresql://db/shop",
                "DB_USER", "shop",
                "JWT_SECRET", "0123456789abcdef0123456789abcdef"));
    }
}
