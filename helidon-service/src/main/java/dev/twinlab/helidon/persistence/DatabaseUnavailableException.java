package dev.twinlab.helidon.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The pool gave no connection in time, or the one that it gave broke: the request can be tried again. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** SQL states: class 08 connection exception, class 57P operator intervention, 53300 too many connections. */
    static boolean isUnavailable(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientConnectionException
                || state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }
}
