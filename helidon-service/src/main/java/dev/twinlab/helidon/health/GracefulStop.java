package dev.twinlab.helidon.health;

import com.zaxxer.hikari.HikariDataSource;
import io.helidon.spi.HelidonShutdownHandler;
import io.helidon.webserver.WebServer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What SIGTERM sets off: readiness turns, traffic gets time to go elsewhere, requests in flight finish, the pool closes. One
 * handler for all of it, because Helidon 4.1.2 runs the server's own after every other, whatever their weights say.
 */
public final class GracefulStop implements HelidonShutdownHandler {
    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);

    /**
     * Helidon looks once for idle connections and then waits for the others; one that has just been answered is neither yet,
     * and would be waited for until the grace is over.
     */
    private static final Duration SETTLING = Duration.ofMillis(50);

    private final Drain drain;
    private final Duration drainDelay;
    private final WebServer server;
    private final HikariDataSource pool;

    /** @param drainDelay from the turn of readiness to the closing of the ports */
    public GracefulStop(Drain drain, Duration drainDelay, WebServer server, HikariDataSource pool) {
        this.drain = drain;
        this.drainDelay = drainDelay;
        this.server = server;
        this.pool = pool;
    }

    @Override
    public void shutdown() {
        drain.begin();
        LOG.info("draining for {} ms", drainDelay.toMillis());
        try {
            Thread.sleep(drainDelay.compareTo(SETTLING) < 0 ? SETTLING : drainDelay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            server.stop();
        } finally {
            pool.close();
            LOG.info("stopped");
            // A JVM that a signal stops otherwise exits with 128 and the signal's number: 143.
            Runtime.getRuntime().halt(0);
        }
    }
}
