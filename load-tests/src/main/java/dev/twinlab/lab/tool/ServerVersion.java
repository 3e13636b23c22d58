package dev.twinlab.lab.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * What a PostgreSQL server is.
 *
 * @param text such as 18.6
 * @param major such as 18
 * @param postmaster the server's first process, where it runs on this machine
 * @param mayCreateDatabases whether the role may
 */
record ServerVersion(String text, int major, OptionalLong postmaster, boolean mayCreateDatabases) {
    static ServerVersion read(String url, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT split_part(current_setting('server_version'), ' ', 1), current_setting('server_version_num')::int / 10000,"
                                + " pg_backend_pid(), rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")) {
            row.next();
            // While the connection is open: its process ends with it.
            return new ServerVersion(row.getString(1), row.getInt(2), postmasterOf(row.getLong(3)), row.getBoolean(4));
        }
    }

    /** The parent of the backend, where both are processes of this machine. */
    private static OptionalLong postmasterOf(long backend) {
        try {
            String command =
                    Files.readString(Path.of("/proc/" + backend + "/comm")).strip();
            return command.equals("postgres")
                    ? ProcessHandle.of(backend)
                            .flatMap(ProcessHandle::parent)
                            .map(it -> OptionalLong.of(it.pid()))
                            .orElse(OptionalLong.empty())
                    : OptionalLong.empty();
        } catch (IOException elsewhere) {
            return OptionalLong.empty();
        }
    }
}
