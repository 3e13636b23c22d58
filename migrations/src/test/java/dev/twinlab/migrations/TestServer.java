package dev.twinlab.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real PostgreSQL, one for all tests; each test takes a database of its own. */
public final class TestServer {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestServer() {}

    /** Name of a database that has just been made. */
    public static String newDatabase() {
        return newDatabase("");
    }

    public static String newDatabase(String options) {
        String name = "test" + NEXT.incrementAndGet();
        execute(database("postgres"), "CREATE DATABASE " + name + " " + options);
        return name;
    }

    public static DataSource database(String name) {
        return SERVER.getDatabase("postgres", name);
    }

    /** A new database with the newest schema. */
    public static DataSource migrated() {
        DataSource database = database(newDatabase());
        new SchemaMigrator().migrate(database);
        return database;
    }

    public static String url(String name) {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name;
    }

    public static void execute(DataSource database, String... sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String it : sql) {
                statement.execute(it);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** First column of every row. */
    public static List<String> query(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static String value(DataSource database, String sql) {
        return query(database, sql).getFirst();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
