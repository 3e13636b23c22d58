package dev.twinlab.contract.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingValuesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsNotSetHasItsDefault() {
        var values = new SettingValues(Map.of("HTTP_PORT", " "));

        assertThat(values.whole("HTTP_PORT")).isEqualTo(8080);
        assertThat(values.choice("LOG_LEVEL")).isEqualTo("INFO");
        assertThat(values.flag("AUTH_REQUIRE_READ")).isFalse();
        assertThat(values.secret("DB_PASSWORD")).isEmpty();
        assertThat(values.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:twinlab",
                "jdbc:postgresql://db/twinlab",
                "jdbc:postgresql://db:5432/twinlab?sslmode=require&user=a",
                "jdbc:postgresql://[::1]:5432/twinlab",
                "jdbc:postgresql://one:5432,two:5433/twinlab?targetServerType=primary",
                "jdbc:postgresql://db/"
            })
    void whatTheDriverTakesIsTaken(String url) {
        var values = new SettingValues(Map.of("DB_URL", url));

        assertThat(values.text("DB_URL")).isEqualTo(url);
        assertThat(values.problems()).isEmpty();
    }

    @Test
    void inDevelopmentTheFileFillsWhatTheEnvironmentLeavesOpen() throws IOException {
        Files.writeString(folder.resolve(".env"), """
                # of mine
                export DB_USER=me
                HTTP_PORT = 9000   # free here

                DB_PASSWORD="with # and blanks "
                JWT_ISSUER='one'
                """);

        SettingValues values = SettingValues.of(Map.of("HTTP_PORT", "7000"), folder);

        assertThat(values.text("DB_USER")).isEqualTo("me");
        assertThat(values.whole("HTTP_PORT")).isEqualTo(7000);
        assertThat(values.secret("DB_PASSWORD")).isEqualTo("with # and blanks ");
        assertThat(values.text("JWT_ISSUER")).isEqualTo("one");
        assertThat(values.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "staging", "production"})
    void elsewhereTheFileIsNotRead(String environment) throws IOException {
        Files.writeString(folder.resolve(".env"), "JWT_ISSUER=file\nnot a line");

        SettingValues values = SettingValues.of(Map.of("ENVIRONMENT", environment), folder);

        assertThat(values.text("JWT_ISSUER")).isEqualTo("twinlab");
        assertThat(values.problems()).isEmpty();
    }

    @Test
    void aSecretOfItsOwnIsGoodInProduction() {
        var values = new SettingValues(
                Map.of("ENVIRONMENT", "production", "JWT_SECRET", "q8Zr1xT5vB7nM3kL9pW2sD4fG6hJ0aYc"));

        assertThat(values.secret("JWT_SECRET")).isNotEmpty();
        assertThat(values.problems()).isEmpty();
    }
}
