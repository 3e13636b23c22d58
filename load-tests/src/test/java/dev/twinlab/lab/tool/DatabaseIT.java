package dev.twinlab.lab.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinlab.lab.LabFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseIT {
    private static final OrphanGuard GUARD = OrphanGuard.start();

    @TempDir
    private static Path folder = Path.of("");

    private static @Nullable EmbeddedDatabase embedded;

    @BeforeAll
    static void start() {
        embedded = new EmbeddedDatabase(GUARD, folder.resolve("postgresql.log"));
    }

    @AfterAll
    static void stop() {
        if (embedded != null) {
            embedded.close();
        }
        GUARD.close();
    }

    @Test
    void keepsDurabilityOn() throws SQLException {
        for (Map.Entry<String, String> setting : Map.of(
                        "fsync", "on", "synchronous_commit", "on", "shared_buffers", "256MB", "max_connections", "100")
                .entrySet()) {
            assertThat(ask("SHOW " + setting.getKey())).isEqualTo(setting.getValue());
        }
        assertThat(embedded.version()).startsWith("18.");
    }

    @Test
    void startsAnewAfterItsDeath() throws SQLException {
        long first = embedded.postmaster().orElseThrow();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        while (Processes.lives(first)) {
            Thread.onSpinWait();
        }
        assertThat(embedded.alive()).isFalse();

        embedded.restart();

        assertThat(embedded.alive()).isTrue();
        assertThat(ask("SELECT 'here'")).isEqualTo("here");
    }

    @Test
    void aServerOfThisMachineCanBeGivenByItsUrl() {
        String url = embedded.url("postgres") + "?user=postgres&password=&ApplicationName=mine";
        try (var external = new ExternalDatabase(url)) {
            assertThat(external.version()).isEqualTo(embedded.version());
            assertThat(external.postmaster()).isEqualTo(embedded.postmaster());
            assertThat(external.url("other")).isEqualTo(embedded.url("other") + "?ApplicationName=mine");
            assertThat(external.maintenanceName()).isEqualTo("postgres");
            assertThat(external.user()).isEqualTo("postgres");
        }
    }

    @Test
    void aBadUrlIsAnsweredInOneSentence() {
        assertThatThrownBy(() -> new ExternalDatabase("mysql://host/db"))
                .isInstanceOf(LabFailure.class)
                .hasMessageStartingWith("The database URL 'mysql://host/db' cannot be read");
        assertThatThrownBy(() -> new ExternalDatabase("jdbc:postgresql://127.0.0.1/postgres?password=hunter2"))
                .hasMessageContaining("names no user")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(
                        () -> new ExternalDatabase("jdbc:postgresql://127.0.0.1:1/postgres?user=me&password=hunter2"))
                .hasMessageStartingWith("The database at jdbc:postgresql://127.0.0.1:1/postgres cannot be reached")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> new ExternalDatabase(embedded.url("nowhere") + "?user=postgres&password="))
                .hasMessageContaining("\"nowhere\" does not exist");
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(embedded.url("postgres"), embedded.user(), "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
