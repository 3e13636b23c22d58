package dev.twinlab.lab.tool;

import dev.twinlab.lab.LabFailure;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.Driver;

/** A PostgreSQL server that somebody else runs. */
public final class ExternalDatabase implements Database {
    private static final int MAJOR = 18;
    private static final String FORM = "jdbc:postgresql://host:5432/postgres?user=…&password=…";

    private final Properties parts;
    private final String server;
    private final String suffix;
    private final String name;
    private final String version;
    private final OptionalLong postmaster;

    /**
     * Looks whether the server is there and is what the lab needs.
     *
     * @param url JDBC URL with user and password, of a database to connect to for maintenance
     * @throws LabFailure where it cannot be read, reached or used
     */
    public ExternalDatabase(String url) {
        Properties parsed = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, new Properties()) : null;
        if (parsed == null) {
            throw new LabFailure(
                    "The database URL '%s' cannot be read: it has the form %s.".formatted(masked(url), FORM));
        }
        parts = parsed;
        if (user().isEmpty()) {
            throw new LabFailure(
                    "The database URL '%s' names no user: it has the form %s.".formatted(masked(url), FORM));
        }
        String bare = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
        name = parts.getProperty("PGDBNAME", user());
        server = bare.contains("//")
                ? bare.substring(0, bare.indexOf('/', bare.indexOf("//") + 2) + 1)
                : "jdbc:postgresql:";
        suffix = suffix(url);
        try {
            ServerVersion found = ServerVersion.read(url(name), user(), password());
            if (found.major() != MAJOR) {
                throw new LabFailure("The database at %s is PostgreSQL %s, and Twinlab needs %d (it uses uuidv7())."
                        .formatted(bare, found.text(), MAJOR));
            }
            if (!found.mayCreateDatabases()) {
                throw new LabFailure(
                        "The role '%s' at %s may not create databases, and each run needs a fresh one: run ALTER ROLE \"%s\" CREATEDB there."
                                .formatted(user(), bare, user()));
            }
            version = found.text();
            postmaster = found.postmaster();
        } catch (SQLException e) {
            throw new LabFailure(
                    "The database at %s cannot be reached: %s."
                            .formatted(
                                    bare,
                                    e.getMessage()
                                            .lines()
                                            .findFirst()
                                            .orElse("")
                                            .replaceFirst("\\.$", "")),
                    e);
        }
    }

    private static String masked(String url) {
        return url.replaceAll("(password=)[^&]*", "$1***").replaceAll("(//[^:/@]*:)[^@/]*@", "$1***@");
    }

    private static String suffix(String url) {
        if (!url.contains("?")) {
            return "";
        }
        String kept = java.util.Arrays.stream(
                        url.substring(url.indexOf('?') + 1).split("&"))
                .filter(it -> !it.startsWith("user=") && !it.startsWith("password=") && !it.isEmpty())
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    @Override
    public String url(String database) {
        return server + database + suffix;
    }

    @Override
    public String user() {
        return parts.getProperty("user", "");
    }

    @Override
    public String password() {
        return parts.getProperty("password", "");
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String maintenanceName() {
        return name;
    }

    @Override
    public OptionalLong postmaster() {
        return postmaster;
    }

    @Override
    public boolean alive() {
        try {
            ServerVersion.read(url(name), user(), password());
            return true;
        } catch (SQLException gone) {
            return false;
        }
    }

    @Override
    public void restart() {
        throw new LabFailure(
                "The database server given with --db does not answer any more; start it and run the bench again.");
    }

    @Override
    public void close() {
        // The server is somebody else's; the databases that a campaign made in it are dropped where they were made.
    }
}
