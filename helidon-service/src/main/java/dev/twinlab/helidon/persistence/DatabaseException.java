package dev.twinlab.helidon.persistence;

import java.sql.SQLException;

/** A statement failed for a reason that a client cannot mend. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super("SQL state " + cause.getSQLState() + ": " + cause.getMessage(), cause);
    }
}
