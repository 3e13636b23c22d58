package dev.twinlab.lab.twins;

import dev.twinlab.lab.tool.FreePorts;
import dev.twinlab.migrations.DataSet;
import dev.twinlab.migrations.TemplateDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of the test's own, with the small data set in as many databases as it asks for. */
public final class TwinDatabase implements AutoCloseable {
    public static final String USER = "postgres";
    private static final String TEMPLATE = "twins_template";

    private final EmbeddedPostgres server;
    private final TemplateDatabase template;
    private int made;

    public TwinDatabase(Path folder) {
        this(folder, Map.of());
    }

    /** @param settings of the server, beyond those that every test has */
    public TwinDatabase(Path folder, Map<String, String> settings) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(true)
                    .setPort(FreePorts.pick())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("autovacuum", "off");
            settings.forEach(builder::setServerConfig);
            this.server = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL does not start: " + e.getMessage(), e);
        }
        this.template = new TemplateDatabase(this::source, TEMPLATE);
        template.prepare(DataSet.SMALL);
    }

    /** The name of a new copy of the data. */
    public String fresh() {
        String name = "twins_" + ++made;
        template.copyTo(name);
        return name;
    }

    public int port() {
        return server.getPort();
    }

    public String url(String name) {
        return url(name, server.getPort());
    }

    /** @param port of something that passes bytes on to the server */
    public static String url(String name, int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + name;
    }

    public DataSource source(String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(name));
        source.setUser(USER);
        source.setPassword("");
        return source;
    }

    /** What a service needs to use the database. */
    public Map<String, String> settings(String name) {
        var settings = new HashMap<String, String>();
        settings.put("DB_URL", url(name));
        settings.put("DB_USER", USER);
        settings.put("DB_PASSWORD", "");
        return settings;
    }

    public void execute(String name, String... statements) throws SQLException {
        try (Connection connection = source(name).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The one number that a query answers. */
    public long number(String name, String query) throws SQLException {
        try (Connection connection = source(name).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL does not stop: " + e.getMessage(), e);
        }
    }
}
