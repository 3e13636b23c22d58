package dev.twinlab.micronaut.persistence;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot serve now from a defect of ours. */
public final class DatabaseFailures {
    /** SQLSTATE 57P01, 57P02, 57P03: the server goes down, has crashed, or is starting. 53300: too many connections. */
    private static final Set<String> SERVER_AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    /** SQLSTATE class 08: connection exception. */
    private static final String CONNECTION_CLASS = "08";

    private DatabaseFailures() {}

    /** Whether {@code failure}, or one of its causes, says that no connection could be had or that it broke. */
    public static boolean isUnavailable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLException sql && saysUnavailable(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysUnavailable(@Nullable String sqlState) {
        return sqlState != null && (sqlState.startsWith(CONNECTION_CLASS) || SERVER_AWAY.contains(sqlState));
    }
}
