package dev.twinlab.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @Test
    void migratesInformsAndLoads() throws Exception {
        var environment = ProgramRun.environment(TestServer.newDatabase());

        var before = ProgramRun.of(environment, "info");
        assertThat(before.out()).containsExactly("1\tcatalogue and orders\tPending\t-");
        assertThat(before.exitCode()).isZero();

        var first = ProgramRun.of(environment);
        assertThat(first.out()).containsExactly("The schema is at version 1; 1 migration was applied now.");
        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();

        var second = ProgramRun.of(environment, "migrate");
        assertThat(second.out()).containsExactly("The schema is at version 1; 0 migrations were applied now.");
        assertThat(second.exitCode()).isZero();

        var after = ProgramRun.of(environment, "info");
        assertThat(after.out()).singleElement().asString().startsWith("1\tcatalogue and orders\tSuccess\t20");

        var load = ProgramRun.of(environment, "data", "--products", "40", "--orders", "1000");
        assertThat(load.out()).singleElement().asString().startsWith("40 products and 1,000 orders loaded in ");
        assertThat(load.exitCode()).isZero();

        var replace = ProgramRun.of(environment, "data", "--products", "41", "--orders", "10", "--replace");
        assertThat(replace.exitCode()).isZero();
    }

    @Test
    void flagsWinOverTheEnvironmentBeforeAndAfterTheCommand() throws Exception {
        String database = TestServer.newDatabase();
        var environment = Map.of("DB_URL", "jdbc:postgresql://localhost:1/nowhere", "DB_USER", "nobody");

        var run = ProgramRun.of(
                environment,
                "--db-url",
                TestServer.url(database),
                "migrate",
                "--db-user=postgres",
                "--lock-timeout-ms=100");

        assertThat(run.exitCode()).isZero();
        assertThat(new SchemaMigrator().version(TestServer.database(database))).contains("1");
    }

    @Test
    void readsThePasswordFromAFileAndLogsToStandardErrorOnly(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("password"), "not looked at by a trusting server\n");
        var run = ProgramRun.of(Map.of(
                "DB_URL",
                TestServer.url(TestServer.newDatabase()),
                "DB_USER",
                "postgres",
                "DB_PASSWORD_FILE",
                secret.toString()));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).hasSize(1);
        assertThat(run.err())
                .isNotEmpty()
                .anySatisfy(line -> assertThat(line).contains("Successfully applied 1 migration"))
                .noneSatisfy(line -> assertThat(line).contains("not looked at"));
    }

    @Test
    void tellsItsFlagsAndItsVersion() throws Exception {
        assertThat(ProgramRun.of(Map.of(), "--help").out())
                .anySatisfy(line -> assertThat(line).contains("MIGRATION_LOCK_TIMEOUT_MS"))
                .anySatisfy(line ->
                        assertThat(line).contains("Exit codes: 0 done, 1 failed, 2 wrong usage, 78 bad settings."));
        assertThat(ProgramRun.of(Map.of(), "--version").out())
                .singleElement()
                .asString()
                .startsWith("migrations 0.");
    }
}
