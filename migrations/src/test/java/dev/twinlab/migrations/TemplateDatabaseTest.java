package dev.twinlab.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TemplateDatabaseTest {
    private static final DataSet TINY = new DataSet(40, 100);

    @Test
    void everyCopyStartsFromTheSameRows() {
        var template = new TemplateDatabase(TestServer::database, "same");
        assertThat(template.prepare(TINY)).isTrue();

        template.copyTo("same_1");
        TestServer.execute(TestServer.database("same_1"), "UPDATE products SET stock = 1");
        template.copyTo("same_2");

        assertThat(rows("same_2", "products WHERE stock = 1000000")).isEqualTo("40");
        assertThat(rows("same_2", "orders")).isEqualTo("100");
        assertThat(new SchemaMigrator().version(TestServer.database("same_2"))).contains("1");
        assertThat(TestServer.query(
                        TestServer.database("same_2"), "SELECT reltuples FROM pg_class WHERE relname = 'orders'"))
                .as("statistics")
                .containsExactly("100");
    }

    @Test
    void isMadeOnceForADataSetAndAgainForAnother() {
        var template = new TemplateDatabase(TestServer::database, "again");

        assertThat(template.prepare(TINY)).isTrue();
        assertThat(template.prepare(TINY)).isFalse();
        assertThat(new TemplateDatabase(TestServer::database, "again").prepare(new DataSet(41, 100)))
                .isTrue();

        template.copyTo("again_1");
        assertThat(rows("again_1", "products")).isEqualTo("41");
    }

    @Test
    void twoAtOnceMakeIt() throws Exception {
        Callable<Boolean> prepare = () -> new TemplateDatabase(TestServer::database, "twice").prepare(TINY);

        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> made = threads.invokeAll(List.of(prepare, prepare));
            assertThat(List.of(made.get(0).get(), made.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void dropEndsTheSessionsOfACopy() throws SQLException {
        var template = new TemplateDatabase(TestServer::database, "dropped");
        template.prepare(TINY);
        template.copyTo("dropped_1");

        try (Connection connection = TestServer.database("dropped_1").getConnection()) {
            template.drop("dropped_1");
            assertThat(connection.isValid(5)).isFalse();
        }
        template.drop("dropped_1");
        template.copyTo("dropped_1");
    }

    @Test
    void aHalfMadeTemplateDoesNotCount() {
        TestServer.execute(
                TestServer.database("postgres"),
                "CREATE DATABASE half_building",
                "COMMENT ON DATABASE half_building IS 'twinlab template: under construction'");

        assertThat(new TemplateDatabase(TestServer::database, "half").prepare(TINY))
                .isTrue();
    }

    @Test
    void nobodyCanConnectToTheTemplate() {
        new TemplateDatabase(TestServer::database, "closed").prepare(TINY);

        assertThatThrownBy(() -> TestServer.database("closed").getConnection())
                .hasMessageContaining("not currently accepting connections");
    }

    @Test
    void leavesDatabasesOfOthersAlone() {
        String others = TestServer.newDatabase();
        var template = new TemplateDatabase(TestServer::database, "mine");
        template.prepare(TINY);
        String refusal = "The database " + others
                + " was not made by twinlab, so it is left alone: take another name, or drop it yourself.";

        assertThatThrownBy(() -> new TemplateDatabase(TestServer::database, others).prepare(TINY))
                .isInstanceOf(MigrationException.class)
                .hasMessage(refusal);
        assertThatThrownBy(() -> template.drop(others)).hasMessage(refusal);
        assertThatThrownBy(() -> template.drop("mine")).hasMessageContaining("left alone");
        assertThatThrownBy(() -> template.copyTo(others))
                .hasMessageStartingWith("Could not copy the template database mine to " + others)
                .hasMessageContaining("already exists");
    }

    @Test
    void refusesToCopyWhatIsNotThere() {
        assertThatThrownBy(() -> new TemplateDatabase(TestServer::database, "never_made").copyTo("never_made_1"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("template database \"never_made\" does not exist");
    }

    @Test
    void refusesNamesThatWouldNeedQuotes() {
        assertThatThrownBy(() -> new TemplateDatabase(TestServer::database, "Run 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The name of a database must be [a-z][a-z0-9_]{0,53}, not 'Run 1'.");
        var template = new TemplateDatabase(TestServer::database, "fine");
        assertThatThrownBy(() -> template.copyTo("x; DROP DATABASE fine")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> template.drop("a".repeat(55))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String rows(String database, String of) {
        return TestServer.value(TestServer.database(database), "SELECT count(*) FROM " + of);
    }
}
