package dev.twinlab.lab.tool;

import java.util.OptionalLong;

/** The PostgreSQL server of a campaign. */
public interface Database extends AutoCloseable {
    /** JDBC URL of the database {@code name} on this server, without user and password. */
    String url(String name);

    /** A role that may create databases. */
    String user();

    /** Its password; may be empty. */
    String password();

    /** Version of the server, such as 18.6. */
    String version();

    /** The database to connect to for work on the server itself. */
    String maintenanceName();

    /** The server's first process, where it runs on this machine and can be seen. */
    OptionalLong postmaster();

    /** Whether the server still answers. */
    boolean alive();

    /**
     * Starts the server anew, empty, after its death.
     *
     * @throws dev.twinlab.lab.LabFailure where that is not the lab's business, or does not work
     */
    void restart();

    /** Stops what the lab has started. */
    @Override
    void close();
}
