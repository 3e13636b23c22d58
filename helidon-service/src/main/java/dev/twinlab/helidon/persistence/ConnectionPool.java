package dev.twinlab.helidon.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.twinlab.helidon.settings.DatabaseSettings;
import java.time.Duration;

/** The connection pool; equal to the twin's in every setting. */
public final class ConnectionPool {
    private static final Duration MAX_LIFETIME = Duration.ofMinutes(30);

    private ConnectionPool() {}

    /**
     * Opens it with a first connection.
     *
     * @throws com.zaxxer.hikari.pool.HikariPool.PoolInitializationException when the database cannot be reached
     */
    public static HikariDataSource open(DatabaseSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("twinlab");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(settings.poolSize());
        config.setConnectionTimeout(settings.poolTimeoutMs());
        config.setMaxLifetime(MAX_LIFETIME.toMillis());
        config.addDataSourceProperty("ApplicationName", "helidon-service");
        return new HikariDataSource(config);
    }
}
