package dev.twinlab.helidon.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.twinlab.helidon.settings.InvalidSettingsException;
import dev.twinlab.helidon.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadSettingsTest {
    private static final Path NO_FOLDER = Path.of("/no/such/folder");

    private static final Map<String, String> GOOD = Map.of(
            "DB_URL", "jdbc:postgresql://localhost/twinlab",
            "DB_USER", "twinlab",
            "JWT_SECRET", "0123456789abcdef0123456789abcdef");

    @Test
    void one_start_tells_all_problems() {
        assertThat(problems(Map.of(
                        "HTTP_PORT", "x",
                        "MANAGEMENT_PORT", "65536",
                        "DB_POOL_SIZE", "0",
                        "AUTH_REQUIRE_READ", "yes",
                        "LOG_FORMAT", "xml")))
                .hasSize(8)
                .anySatisfy(it -> assertThat(it).contains("HTTP_PORT", "'x'", "0", "65535"))
                .anySatisfy(it -> assertThat(it).contains("MANAGEMENT_PORT", "'65536'"))
                .anySatisfy(it -> assertThat(it).contains("DB_URL", "not set"))
                .anySatisfy(it -> assertThat(it).contains("DB_USER", "not set"))
                .anySatisfy(it -> assertThat(it).contains("DB_POOL_SIZE", "'0'", "1", "200"))
                .anySatisfy(it -> assertThat(it).contains("JWT_SECRET", "not set"))
                .anySatisfy(it -> assertThat(it).contains("AUTH_REQUIRE_READ", "'yes'", "true", "false"))
                .anySatisfy(it -> assertThat(it).contains("LOG_FORMAT", "'xml'", "json", "console"))
                .allSatisfy(it -> assertThat(it).doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_PORT, -1",
        "HTTP_PORT, 8081",
        "HTTP_PORT, 80.5",
        "DB_URL, localhost:5432",
        "DB_URL, jdbc:mysql://localhost/x",
        "DB_URL, jdbc:postgresql:////",
        "DB_URL, jdbc:postgresql://localhost:port/x",
        "DB_POOL_SIZE, 201",
        "DB_POOL_TIMEOUT_MS, 249",
        "DB_POOL_TIMEOUT_MS, 99999999999",
        "DRAIN_DELAY_MS, -1",
        "SHUTDOWN_GRACE_MS, 300001",
        "AUTH_REQUIRE_READ, TRUE",
        "LOG_LEVEL, info",
        "LOG_LEVEL, ALL"
    })
    void a_value_out_of_its_bounds_is_named(String name, String value) {
        assertThat(problems(with(name, value)))
                .singleElement()
                .asString()
                .contains(name.equals("HTTP_PORT") && value.equals("8081") ? "MANAGEMENT_PORT" : name)
                .contains(value);
    }

    @Test
    void secrets_are_in_no_message() {
        Map<String, String> environment = with("JWT_SECRET", "too-short-a-secret");
        environment.put("DB_URL", "jdbc:postgresql:////?password=geheim");

        assertThat(problems(environment)).hasSize(2).noneMatch(it -> it.contains("too-short") || it.contains("geheim"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/file", "/", "\u0000"})
    void a_secret_file_that_cannot_be_read_is_named(String file) {
        assertThat(problems(with("DB_PASSWORD_FILE", file)))
                .singleElement()
                .asString()
                .contains("DB_PASSWORD_FILE", file);
    }

    @Test
    void a_secret_and_its_file_are_one_too_many(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "another-secret-of-more-than-32-bytes");

        assertThat(problems(with("JWT_SECRET_FILE", file.toString())))
                .singleElement()
                .asString()
                .contains("JWT_SECRET and JWT_SECRET_FILE");
    }

    private static Map<String, String> with(String name, String value) {
        var environment = new HashMap<>(GOOD);
        environment.put(name, value);
        return environment;
    }

    private static List<String> problems(Map<String, String> environment) {
        return catchThrowableOfType(InvalidSettingsException.class, () -> Settings.from(environment, NO_FOLDER))
                .problems();
    }
}
