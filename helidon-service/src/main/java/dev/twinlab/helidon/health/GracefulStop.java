package dev.twinlab.helidon.health;

import com.zaxxer.hikari.HikariDataSource;
import dev.twinlab.helidon.settings.LifecycleSettings;
import io.helidon.common.Weighted;
import io.helidon.spi.HelidonShutdownHandler;
import io.helidon.webserver.WebServer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out: not ready, drain delay, no new connections, requests in flight, then the pool. It weighs more than the server's own
 * handler (100) and so runs before it.
 */
public final class GracefulStop implements HelidonShutdownHandler, Weighted {
    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);
    private static final double BEFORE_THE_SERVER = 200;

    private final Drain drain;
    private final LifecycleSettings settings;
    private final WebServer server;
    private final HikariDataSource pool;

    public GracefulStop(Drain drain, LifecycleSettings settings, WebServer server, HikariDataSource pool) {
        this.drain = drain;
        this.settings = settings;
        this.server = server;
        this.pool = pool;
    }

    @Override
    public double weight() {
        return BEFORE_THE_SERVER;
    }

    @Override
    public void shutdown() {
        drain.begin();
        LOG.info("Draining for {} ms", settings.drainDelay().toMillis());
        sleep(settings.drainDelay());
        // Waits for requests in flight, at most the grace period that the listener was given.
        server.stop();
        pool.close();
        LOG.info("Stopped");
        // A JVM that ends by SIGTERM exits with 143 whatever its hooks did; what went as asked is a 0.
        Runtime.getRuntime().halt(0);
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
