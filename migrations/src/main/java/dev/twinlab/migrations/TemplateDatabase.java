package dev.twinlab.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A loaded database that is made once and copied as files: each run starts from the same bytes, with the same statistics,
 * in a fraction of the time that loading takes.
 *
 * <p>It only ever drops databases that it made; their comments say so. The role needs {@code CREATEDB}.
 */
public final class TemplateDatabase {
    /** Postgres cuts names at 63 bytes; the name under construction needs nine more. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,53}");

    private static final String TEMPLATE_COMMENT = "twinlab template: ";
    private static final String COPY_COMMENT = "twinlab copy of ";

    private final Function<String, DataSource> server;
    private final String name;

    /**
     * @param server how to connect to a database of the server by its name, without a pool: a database that has
     *     connections cannot be copied. The database {@code postgres} must exist.
     * @param name of the template: {@code [a-z][a-z0-9_]*}, at most 54 characters
     */
    public TemplateDatabase(Function<String, DataSource> server, String name) {
        this.server = server;
        this.name = requireName(name);
    }

    /**
     * Makes the template unless it is there already with the same data set and the same schema. One of another data set
     * or schema is replaced. A run that is killed half-way leaves nothing that counts as a template.
     *
     * @return whether it was made now
     * @throws MigrationException when a database with this name is not a template that this class made
     */
    public boolean prepare(DataSet dataSet) {
        try (Connection maintenance = maintenance();
                Statement statement = maintenance.createStatement()) {
            // Until the connection closes: who comes second waits, and finds the template of the first.
            statement.execute("SELECT pg_advisory_lock(hashtext('" + TEMPLATE_COMMENT + name + "'))");
            String wanted = TEMPLATE_COMMENT + fingerprint(dataSet);
            if (exists(maintenance, name)) {
                String found = comment(maintenance, name);
                if (wanted.equals(found)) {
                    return false;
                }
                requireOurs(name, found, TEMPLATE_COMMENT);
                dropTemplate(statement);
            }
            build(maintenance, statement, dataSet, wanted);
            return true;
        } catch (SQLException e) {
            throw Failures.of("make the template database " + name, e);
        }
    }

    /**
     * Makes a new database with the contents of the template. A checkpoint is part of it, so that a measured run does not
     * pay for writes that came before it.
     *
     * @param database {@code [a-z][a-z0-9_]*}, at most 54 characters; must not exist
     * @throws MigrationException when it exists, or {@link #prepare} has not been called
     */
    public void copyTo(String database) {
        requireName(database);
        try (Connection maintenance = maintenance();
                Statement statement = maintenance.createStatement()) {
            statement.execute("CREATE DATABASE " + database + " TEMPLATE " + name + " STRATEGY FILE_COPY");
            statement.execute("COMMENT ON DATABASE " + database + " IS '" + COPY_COMMENT + name + "'");
        } catch (SQLException e) {
            throw Failures.of("copy the template database " + name + " to " + database, e);
        }
    }

    /**
     * Drops a copy, and ends the sessions that still use it. A database that does not exist is fine.
     *
     * @throws MigrationException when the database is not a copy that this class made
     */
    public void drop(String database) {
        requireName(database);
        try (Connection maintenance = maintenance();
                Statement statement = maintenance.createStatement()) {
            if (exists(maintenance, database)) {
                requireOurs(database, comment(maintenance, database), COPY_COMMENT);
                statement.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
            }
        } catch (SQLException e) {
            throw Failures.of("drop the database " + database, e);
        }
    }

    private void build(Connection maintenance, Statement statement, DataSet dataSet, String wanted)
            throws SQLException {
        String draft = name + "_building";
        if (exists(maintenance, draft)) {
            requireOurs(draft, comment(maintenance, draft), TEMPLATE_COMMENT);
            statement.execute("DROP DATABASE " + draft + " WITH (FORCE)");
        }
        // The same order of text on every machine, whatever its locale.
        statement.execute("CREATE DATABASE " + draft
                + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'");
        statement.execute("COMMENT ON DATABASE " + draft + " IS '" + TEMPLATE_COMMENT + "under construction'");
        DataSource target = server.apply(draft);
        new SchemaMigrator().migrate(target);
        dataSet.load(target);
        // Nobody may connect from now on: one session on a template and no copy can be made.
        statement.execute("ALTER DATABASE " + draft + " WITH IS_TEMPLATE true ALLOW_CONNECTIONS false");
        statement.execute("ALTER DATABASE " + draft + " RENAME TO " + name);
        statement.execute("COMMENT ON DATABASE " + name + " IS '" + wanted + "'");
    }

    private void dropTemplate(Statement statement) throws SQLException {
        statement.execute("ALTER DATABASE " + name + " WITH IS_TEMPLATE false");
        statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private String fingerprint(DataSet dataSet) {
        return dataSet.products() + " products, " + dataSet.orders() + " orders, schema "
                + Integer.toHexString(new SchemaMigrator().fingerprint(server.apply("postgres"))) + ", data "
                + Integer.toHexString(DataSet.script().hashCode());
    }

    private Connection maintenance() throws SQLException {
        return server.apply("postgres").getConnection();
    }

    private static boolean exists(Connection maintenance, String database) throws SQLException {
        try (PreparedStatement query = maintenance.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static @Nullable String comment(Connection maintenance, String database) throws SQLException {
        try (PreparedStatement query = maintenance.prepareStatement(
                "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static void requireOurs(String database, @Nullable String comment, String prefix) {
        if (comment == null || !comment.startsWith(prefix)) {
            throw new MigrationException("The database " + database
                    + " was not made by twinlab, so it is left alone: take another name, or drop it yourself.");
        }
    }

    private static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The name of a database must be " + NAME + ", not '" + name + "'.");
        }
        return name;
    }
}
