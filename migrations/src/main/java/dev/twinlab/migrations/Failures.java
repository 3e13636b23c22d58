package dev.twinlab.migrations;

import java.sql.SQLException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/** Turns what the driver or Flyway throws into one sentence. */
final class Failures {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String QUERY_CANCELED = "57014";
    private static final String CONNECTION_CLASS = "08";
    private static final String AUTHORIZATION_CLASS = "28";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String STARTING_UP = "57P03";

    private Failures() {}

    /**
     * The failure of a step.
     *
     * @param step what was tried, as the end of "could not", such as {@code migrate the schema}
     */
    static MigrationException of(String step, Throwable failure) {
        if (failure instanceof MigrationException ours) {
            return ours;
        }
        SQLException cause = sqlCause(failure);
        String why = cause == null ? explain(failure) : explain(cause);
        return new MigrationException("Could not " + step + ": " + why, failure);
    }

    /** Whether the server may well be there in a moment: unlike a wrong password, this is worth another try. */
    static boolean isPassing(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith(CONNECTION_CLASS) || state.equals(STARTING_UP);
    }

    private static String explain(Throwable failure) {
        if (failure instanceof FlywayValidateException) {
            // Its first line only says that there is something; the second says what.
            String what = failure.getMessage().lines().skip(1).findFirst().orElse("no detail");
            return "what was applied before differs from what this build has (" + what + ").";
        }
        return firstLine(failure) + ".";
    }

    private static String explain(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        if (state.equals(LOCK_NOT_AVAILABLE)) {
            return "another session held a lock for longer than the lock time-out allows, so nothing was changed;"
                    + " end that session or try again later.";
        }
        if (state.equals(QUERY_CANCELED)) {
            return "a statement was cancelled, most likely by the statement time-out, so nothing was changed;"
                    + " raise it or try again when the database is less busy.";
        }
        if (state.startsWith(AUTHORIZATION_CLASS)) {
            return "the database refused the user or the password (" + firstLine(cause) + ").";
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return "there is no such database (" + firstLine(cause) + ").";
        }
        if (isPassing(cause)) {
            return "the database cannot be reached (" + firstLine(cause) + ").";
        }
        return firstLine(cause) + " (SQLSTATE " + state + ").";
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : withoutFullStop(message.strip().lines().findFirst().orElse(""));
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
