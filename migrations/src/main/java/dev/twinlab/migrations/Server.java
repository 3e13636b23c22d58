package dev.twinlab.migrations;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connects, and waits for a server that is not there yet: next to a database in a container, this program is early. */
final class Server {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final int LOGIN_TIMEOUT_SECONDS = 10;

    private Server() {}

    /**
     * Tries until the wait is over; an answer that more tries cannot change, such as a wrong password, ends it at once.
     *
     * @throws MigrationException when there is no connection to be had
     */
    static DataSource await(Settings settings) {
        DataSource database = dataSource(settings);
        long deadline = System.nanoTime() + settings.connectWait().toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                database.getConnection().close();
                return database;
            } catch (SQLException e) {
                long left = deadline - System.nanoTime();
                if (!Failures.isPassing(e) || left <= 0) {
                    throw Failures.of(
                            "connect to " + Settings.withoutParameters(settings.url()) + " as " + settings.user(), e);
                }
                pause(Math.min(left, pause.toNanos()));
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private static DataSource dataSource(Settings settings) {
        var source = new PGSimpleDataSource();
        source.setURL(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setApplicationName("migrations");
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        // For a server that accepts and then says nothing.
        source.setLoginTimeout(LOGIN_TIMEOUT_SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }

    private static void pause(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException("Interrupted while waiting for the database.", e);
        }
    }
}
