package dev.twinlab.micronaut.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Path NO_FOLDER = Path.of("/no/such/folder");

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void defaultsAreTheContracts() {
        Settings settings = Settings.from(required(), NO_FOLDER);

        assertThat(settings.http()).isEqualTo(new HttpSettings(8080, 8081));
        assertThat(settings.database())
                .isEqualTo(new DatabaseSettings("jdbc:postgresql://db/shop", "shop", "", 10, 2000));
        assertThat(settings.security()).isEqualTo(new SecuritySettings(SECRET, "twinlab", "twinlab-api", false));
        assertThat(settings.lifecycle()).isEqualTo(new LifecycleSettings(Duration.ZERO, Duration.ofSeconds(10)));
        assertThat(settings.log()).isEqualTo(new LogSettings("INFO", "json"));
    }

    @Test
    void secretComesFromAFileWithoutItsLineEnd(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        Map<String, String> environment = required();
        environment.remove("JWT_SECRET");
        environment.put("JWT_SECRET_FILE", file.toString());

        assertThat(Settings.from(environment, NO_FOLDER).security().secret()).isEqualTo(SECRET);
    }

    @Test
    void portZeroBecomesTwoDifferentFreePorts() {
        HttpSettings resolved = new HttpSettings(0, 0).resolved();

        assertThat(resolved.port()).isPositive().isNotEqualTo(resolved.managementPort());
        assertThat(resolved.managementPort()).isPositive();
    }

    @Test
    void secretsAreNotPrinted() {
        Map<String, String> environment = required();
        environment.put("DB_PASSWORD", "open sesame");

        assertThat(Settings.from(environment, NO_FOLDER).toString()).doesNotContain(SECRET, "open sesame");
    }

    private static Map<String, String> required() {
        return new HashMap<>(Map.of("DB_URL", "jdbc:postgresql://db/shop", "DB_USER", "shop", "JWT_SECRET", SECRET));
    }
}
