package dev.twinlab.helidon.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Statements with positional parameters. Outside a transaction each statement commits by itself; {@link #transaction} gives
 * a {@link Jdbc} whose statements share one connection.
 */
public final class Jdbc {
    private final Connections connections;

    /** Statements on connections of {@code pool}, one connection for each statement. */
    public Jdbc(DataSource pool) {
        this(new Connections() {
            @Override
            public <R> R with(Work<R> work) throws SQLException {
                try (Connection connection = pool.getConnection()) {
                    return work.on(connection);
                }
            }
        });
    }

    private Jdbc(Connections connections) {
        this.connections = connections;
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, Row<T> row, Object... parameters) {
        return run(sql, parameters, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(row.read(result)) : Optional.empty();
            }
        });
    }

    /** Every row, in the order of the result. */
    public <T> List<T> all(String sql, Row<T> row, Object... parameters) {
        return run(sql, parameters, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (result.next()) {
                    rows.add(row.read(result));
                }
                return rows;
            }
        });
    }

    /** Runs a statement that changes rows; gives their number. */
    public int update(String sql, Object... parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    /** Runs {@code work} in one READ COMMITTED transaction; any exception rolls it back. */
    public <T> T transaction(Function<Jdbc, T> work) {
        return failing(() -> connections.with(connection -> {
            // The pool turns it back on when it takes the connection back.
            connection.setAutoCommit(false);
            try {
                T result = work.apply(new Jdbc(new Connections() {
                    @Override
                    public <R> R with(Work<R> inner) throws SQLException {
                        return inner.on(connection);
                    }
                }));
                connection.commit();
                return result;
            } catch (RuntimeException | SQLException | Error e) {
                rollBack(connection, e);
                throw e;
            }
        }));
    }

    private <T> T run(String sql, Object[] parameters, Use<T> work) {
        return failing(() -> connections.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    bind(connection, statement, i + 1, parameters[i]);
                }
                return work.with(statement);
            }
        }));
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, Object value)
            throws SQLException {
        switch (value) {
            case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
            case Integer[] numbers -> statement.setArray(index, connection.createArrayOf("int4", numbers));
            case Long[] numbers -> statement.setArray(index, connection.createArrayOf("int8", numbers));
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> statement.setObject(index, value);
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static <T> T failing(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (SQLException e) {
            throw DatabaseUnavailableException.isUnavailable(e)
                    ? new DatabaseUnavailableException(e)
                    : new DatabaseException(e);
        }
    }

    /** Reads the current row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Connections {
        <R> R with(Work<R> work) throws SQLException;
    }

    private interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    private interface Use<R> {
        R with(PreparedStatement statement) throws SQLException;
    }

    private interface Attempt<R> {
        R run() throws SQLException;
    }
}
