package dev.twinlab.micronaut.persistence;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The pool itself, beneath what the framework wraps around it: for probes, gauges and the version document. */
@Singleton
public final class ConnectionPool {
    private final HikariDataSource pool;

    ConnectionPool(DataSource dataSource) {
        this.pool = (HikariDataSource) DelegatingDataSource.unwrapDataSource(dataSource);
    }

    /** A connection outside any transaction of the framework; the caller closes it. */
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** The pool as a source of connections outside any transaction of the framework. */
    public DataSource source() {
        return pool;
    }

    /** Has the pool tell {@code trackers} what it does. */
    public void watch(MetricsTrackerFactory trackers) {
        pool.setMetricsTrackerFactory(trackers);
    }

    /** What the pool is doing now. */
    public HikariPoolMXBean live() {
        return pool.getHikariPoolMXBean();
    }

    /** How the pool is configured, as it says itself. */
    public HikariConfigMXBean configuration() {
        return pool.getHikariConfigMXBean();
    }
}
