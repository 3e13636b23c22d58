package dev.twinlab.contract.settings.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.contract.settings.SettingValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadSettingValuesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void problemsComeInTheOrderOfTheCatalogueWhateverTheOrderOfReading() {
        var values = new SettingValues(Map.of("LOG_LEVEL", "info", "HTTP_PORT", "x"));
        values.choice("LOG_LEVEL");
        values.text("DB_URL");
        values.whole("HTTP_PORT");

        assertThat(values.problems())
                .containsExactly(
                        "HTTP_PORT is 'x'; it must be a whole number from 0 to 65535",
                        "DB_URL is not set; it must be a JDBC URL of PostgreSQL, such as jdbc:postgresql://localhost:5432/twinlab",
                        "LOG_LEVEL is 'info'; it must be one of TRACE, DEBUG, INFO, WARN, ERROR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:5432",
                "jdbc:mysql://localhost/x",
                "jdbc:postgresql:////",
                "jdbc:postgresql://localhost:port/x",
                "jdbc:postgresql://localhost/a/b"
            })
    void whatTheDriverRefusesIsRefused(String url) {
        var values = new SettingValues(Map.of("DB_URL", url + "?password=geheim"));
        values.text("DB_URL");

        assertThat(values.problems())
                .singleElement()
                .asString()
                .contains("'" + url + "'")
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @CsvSource({
        "short, 32 bytes",
        "a-secret-of-development-with-40-characters, development",
        "change-me-change-me-change-me-change-me, development",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, development"
    })
    void aWeakSecretIsRefusedInProductionAndNotShown(String secret, String reason) {
        var values = new SettingValues(Map.of("ENVIRONMENT", "production", "JWT_SECRET", secret));
        values.secret("JWT_SECRET");

        assertThat(values.problems())
                .singleElement()
                .asString()
                .contains("JWT_SECRET", reason)
                .doesNotContain(secret);
    }

    @Test
    void aSecretFileMustHoldASecret() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Path huge = Files.writeString(folder.resolve("huge"), "x".repeat(70_000));
        assertThat(problem("JWT_SECRET_FILE", empty.toString())).contains("an empty file");
        assertThat(problem("JWT_SECRET_FILE", huge.toString()))
                .contains("70000 bytes")
                .doesNotContain("xxx");
        assertThat(problem("JWT_SECRET_FILE", folder.toString())).contains("can be read");
        assertThat(problem("JWT_SECRET_FILE", "/no/such/file")).contains("'/no/such/file'");
    }

    @Test
    void badLinesOfTheFileAreNamedByTheirNumberAndNotShown() throws IOException {
        Files.writeString(folder.resolve(".env"), "JWT_ISSUER=good\nsecret geheim\nDB_PASSWORD=\"geheim\n");

        SettingValues values = SettingValues.of(Map.of(), folder);

        assertThat(values.problems())
                .hasSize(2)
                .anySatisfy(it -> assertThat(it).startsWith("line 2 of .env"))
                .anySatisfy(it -> assertThat(it).startsWith("line 3 of .env").contains("DB_PASSWORD"))
                .noneMatch(it -> it.contains("geheim"));
    }

    private static String problem(String name, String value) {
        var values = new SettingValues(Map.of(name, value));
        values.secret("JWT_SECRET");
        assertThat(values.problems()).hasSize(1);
        return values.problems().getFirst();
    }
}
