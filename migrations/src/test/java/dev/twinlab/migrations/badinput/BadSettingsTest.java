package dev.twinlab.migrations.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.migrations.ProgramRun;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BadSettingsTest {
    private static final String URL_FORM =
            ": it must be the JDBC URL of a PostgreSQL database, such as jdbc:postgresql://localhost:5432/twinlab.";

    @Test
    void nothingIsSet() throws Exception {
        var run = ProgramRun.of(Map.of());

        assertThat(run.err())
                .containsExactly(
                        "DB_URL is missing" + URL_FORM, "DB_USER is missing: it must be the role to connect as.");
        assertThat(run.exitCode()).isEqualTo(78);
    }

    @Test
    void everythingIsWrongAtOnceAndNoSecretIsShown() throws Exception {
        var run = ProgramRun.of(
                Map.of(
                        "DB_URL",
                        "postgres://localhost/twinlab?password=hunter2",
                        "DB_USER",
                        " ",
                        "DB_PASSWORD",
                        "hunter2",
                        "DB_PASSWORD_FILE",
                        "/run/secrets/password",
                        "MIGRATION_LOCK_TIMEOUT_MS",
                        "0",
                        "MIGRATION_STATEMENT_TIMEOUT_MS",
                        "a minute",
                        "MIGRATION_CONNECT_WAIT_MS",
                        "-1",
                        "LOG_LEVEL",
                        "loud"),
                "info");

        assertThat(run.err())
                .containsExactly(
                        "DB_URL is 'postgres://localhost/twinlab'" + URL_FORM,
                        "DB_USER is missing: it must be the role to connect as.",
                        "DB_PASSWORD (****) and DB_PASSWORD_FILE are both set: keep one.",
                        "MIGRATION_LOCK_TIMEOUT_MS is '0': it must be a whole number of milliseconds between 1 and 3600000.",
                        "MIGRATION_STATEMENT_TIMEOUT_MS is 'a minute': it must be a whole number of milliseconds between 1"
                                + " and 3600000.",
                        "MIGRATION_CONNECT_WAIT_MS is '-1': it must be a whole number of milliseconds between 0 and 600000.",
                        "LOG_LEVEL is 'loud': it must be TRACE, DEBUG, INFO, WARN or ERROR.");
        assertThat(run.exitCode()).isEqualTo(78);
    }

    @Test
    void aUrlOfPostgresThatTheDriverCannotRead() throws Exception {
        var run = ProgramRun.of(Map.of("DB_USER", "u"), "--db-url", "jdbc:postgresql://localhost:notaport/x");

        assertThat(run.err()).containsExactly("DB_URL is 'jdbc:postgresql://localhost:notaport/x'" + URL_FORM);
        assertThat(run.exitCode()).isEqualTo(78);
    }

    @Test
    void aPasswordFileThatIsNotThere() throws Exception {
        var run = ProgramRun.of(
                Map.of("DB_URL", "jdbc:postgresql://localhost/x", "DB_USER", "u"), "--db-password-file=/no/such/file");

        assertThat(run.err())
                .containsExactly("DB_PASSWORD_FILE is '/no/such/file': it must be a text file that can be read.");
        assertThat(run.exitCode()).isEqualTo(78);
    }
}
