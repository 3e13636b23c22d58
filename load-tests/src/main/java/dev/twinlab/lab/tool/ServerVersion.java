package dev.twinlab.lab.tool;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * What a PostgreSQL server is.
 *
 * @param text such as 18.6
 * @param major such as 18
 * @param backend process that served the question
 * @param mayCreateDatabases whether the role may
 */
record ServerVersion(String text, int major, long backend, boolean mayCreateDatabases) {
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
            return new ServerVersion(row.getString(1), row.getInt(2), row.getLong(3), row.getBoolean(4));
        }
    }
}
