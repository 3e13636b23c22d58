package dev.twinlab.helidon.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Path NO_FOLDER = Path.of("/no/such/folder");

    private static final Map<String, String> LEAST = Map.of(
            "DB_URL", "jdbc:postgresql://localhost/twinlab?password=geheim",
            "DB_USER", "twinlab",
            "JWT_SECRET", "0123456789abcdef0123456789abcdef");

    @Test
    void what_is_not_set_has_the_contracts_default() {
        Settings settings = Settings.from(LEAST, NO_FOLDER);

        assertThat(settings.http()).isEqualTo(new HttpSettings(8080, 8081));
        assertThat(settings.database()).isEqualTo(new DatabaseSettings(LEAST.get("DB_URL"), "twinlab", "", 10, 2000));
        assertThat(settings.security())
                .isEqualTo(new SecuritySettings(LEAST.get("JWT_SECRET"), "twinlab", "twinlab-api", false));
        assertThat(settings.lifecycle()).isEqualTo(new LifecycleSettings(Duration.ZERO, Duration.ofSeconds(10)));
        assertThat(settings.log()).isEqualTo(new LogSettings("INFO", true));
    }

    @Test
    void every_variable_is_read() {
        var environment = new HashMap<>(LEAST);
        environment.putAll(Map.of(
                "HTTP_PORT", "0",
                "MANAGEMENT_PORT", "0",
                "DB_PASSWORD", "p",
                "DB_POOL_SIZE", "200",
                "DB_POOL_TIMEOUT_MS", "250",
                "JWT_ISSUER", "i",
                "JWT_AUDIENCE", "a",
                "AUTH_REQUIRE_READ", "true"));
        environment.putAll(Map.of(
                "DRAIN_DELAY_MS", "5000", "SHUTDOWN_GRACE_MS", "0", "LOG_LEVEL", "WARN", "LOG_FORMAT", "console"));

        Settings settings = Settings.from(environment, NO_FOLDER);

        assertThat(settings.http()).isEqualTo(new HttpSettings(0, 0));
        assertThat(settings.database()).isEqualTo(new DatabaseSettings(LEAST.get("DB_URL"), "twinlab", "p", 200, 250));
        assertThat(settings.security()).isEqualTo(new SecuritySettings(LEAST.get("JWT_SECRET"), "i", "a", true));
        assertThat(settings.lifecycle()).isEqualTo(new LifecycleSettings(Duration.ofSeconds(5), Duration.ZERO));
        assertThat(settings.log()).isEqualTo(new LogSettings("WARN", false));
    }

    @Test
    void secrets_may_come_from_files(@TempDir Path folder) throws Exception {
        var environment = new HashMap<>(LEAST);
        environment.remove("JWT_SECRET");
        environment.put(
                "JWT_SECRET_FILE",
                Files.writeString(folder.resolve("jwt"), "abcdefghijklmnopqrstuvwxyz0123456789\n")
                        .toString());
        environment.put(
                "DB_PASSWORD_FILE",
                Files.writeString(folder.resolve("db"), " with blanks \r\n").toString());

        Settings settings = Settings.from(environment, NO_FOLDER);

        assertThat(settings.security().jwtSecret()).isEqualTo("abcdefghijklmnopqrstuvwxyz0123456789");
        assertThat(settings.database().password())
                .as("one line end does not count, blanks do")
                .isEqualTo(" with blanks ");
    }

    @Test
    void secrets_are_not_printed() {
        assertThat(Settings.from(LEAST, NO_FOLDER).toString())
                .doesNotContain("geheim")
                .doesNotContain(LEAST.get("JWT_SECRET"));
    }
}
