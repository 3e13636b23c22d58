package dev.twinlab.micronaut.telemetry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * What waits in the outbox. A look at the database is begun by who asks, at most once in a while, and never waited for: a scrape
 * must answer when the database does not.
 */
final class OutboxBacklog {
    private static final long REST_NANOS = Duration.ofSeconds(5).toNanos();
    private static final String QUERY = "SELECT count(*) FILTER (WHERE parked_at IS NULL),"
            + " coalesce(extract(epoch FROM now() - min(available_at) FILTER (WHERE parked_at IS NULL AND available_at <= now())), 0),"
            + " count(*) FILTER (WHERE parked_at IS NOT NULL) FROM outbox WHERE processed_at IS NULL";
    private static final Seen NOTHING = new Seen(Double.NaN, Double.NaN, Double.NaN);

    private final DataSource pool;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicLong nextNanos = new AtomicLong(System.nanoTime());
    private volatile Seen seen = NOTHING;

    private record Seen(double depth, double lagSeconds, double parked) {}

    OutboxBacklog(DataSource pool) {
        this.pool = pool;
    }

    /** Events that wait; not a number until the database has answered once, and again when it fails. */
    double depth() {
        return latest().depth();
    }

    /** How long the oldest due event has waited, seconds. */
    double lagSeconds() {
        return latest().lagSeconds();
    }

    /** Events that no worker takes any more. */
    double parked() {
        return latest().parked();
    }

    private Seen latest() {
        if (System.nanoTime() - nextNanos.get() >= 0 && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("outbox-backlog").start(this::look);
        }
        return seen;
    }

    private void look() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            seen = new Seen(row.getDouble(1), row.getDouble(2), row.getDouble(3));
        } catch (SQLException unreachable) {
            // Readiness tells of it; an old number would look like a fresh one.
            seen = NOTHING;
        } finally {
            nextNanos.set(System.nanoTime() + REST_NANOS);
            looking.set(false);
        }
    }
}
