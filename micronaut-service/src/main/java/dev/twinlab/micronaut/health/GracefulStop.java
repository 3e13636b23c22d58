package dev.twinlab.micronaut.health;

import dev.twinlab.micronaut.settings.LifecycleSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out: not ready, drain delay, no new connections, requests in flight, then the rest. The framework's own listener
 * closes the port first, which leaves a load balancer no time to look away.
 */
@Singleton
public final class GracefulStop {
    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);

    private final Drain drain;
    private final LifecycleSettings settings;
    private final NettyEmbeddedServer server;
    private final ApplicationContext context;

    GracefulStop(Drain drain, LifecycleSettings settings, NettyEmbeddedServer server, ApplicationContext context) {
        this.drain = drain;
        this.settings = settings;
        this.server = server;
        this.context = context;
    }

    /** Blocks until everything is closed: at most drain delay and grace, and what the pool needs to close. */
    public void run() {
        drain.begin();
        LOG.info("Draining for {} ms", settings.drainDelay().toMillis());
        sleep(settings.drainDelay());
        finishRequests();
        context.close();
        LOG.info("Stopped");
    }

    private void finishRequests() {
        try {
            server.shutdownGracefully()
                    .toCompletableFuture()
                    .get(settings.shutdownGrace().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "Requests are still in flight after {} ms; they are cut off",
                    settings.shutdownGrace().toMillis());
        } catch (ExecutionException e) {
            LOG.warn("The server could not finish its requests", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
