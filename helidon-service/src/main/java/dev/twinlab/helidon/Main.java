package dev.twinlab.helidon;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.helidon.health.Drain;
import dev.twinlab.helidon.health.GracefulStop;
import dev.twinlab.helidon.health.HealthResource;
import dev.twinlab.helidon.health.ReadinessChecks;
import dev.twinlab.helidon.http.ApiRoutes;
import dev.twinlab.helidon.http.ProblemResponses;
import dev.twinlab.helidon.http.RequestContextFilter;
import dev.twinlab.helidon.orders.OrderRepository;
import dev.twinlab.helidon.orders.OrderResource;
import dev.twinlab.helidon.orders.OrderService;
import dev.twinlab.helidon.persistence.Jdbc;
import dev.twinlab.helidon.persistence.Pool;
import dev.twinlab.helidon.ping.PingResource;
import dev.twinlab.helidon.products.ProductRepository;
import dev.twinlab.helidon.products.ProductResource;
import dev.twinlab.helidon.reports.ReportRepository;
import dev.twinlab.helidon.reports.ReportResource;
import dev.twinlab.helidon.security.BearerTokenFilter;
import dev.twinlab.helidon.security.TokenVerifier;
import dev.twinlab.helidon.settings.Settings;
import dev.twinlab.helidon.telemetry.Logging;
import dev.twinlab.helidon.telemetry.Meters;
import dev.twinlab.helidon.telemetry.MetricsFilter;
import dev.twinlab.helidon.telemetry.MetricsResource;
import dev.twinlab.helidon.telemetry.VersionResource;
import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/** Starts the service. Exit codes: 78 for bad settings, 1 for a port or a database that is not to be had. */
public final class Main {
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_BAD_SETTINGS = 78;
    private static final String MANAGEMENT = "management";

    private Main() {}

    public static void main(String[] args) {
        Settings settings;
        try {
            settings = Settings.from(System.getenv());
        } catch (Settings.InvalidSettingsException e) {
            e.problems().forEach(System.err::println);
            System.exit(EXIT_BAD_SETTINGS);
            return;
        }
        Logging.configure(settings.log());
        try {
            start(settings);
        } catch (HikariPool.PoolInitializationException e) {
            fail("the database cannot be reached as DB_USER '"
                    + settings.database().user() + "': " + e.getCause().getMessage());
        }
    }

    private static void start(Settings settings) {
        HikariDataSource pool = Pool.open(settings.database());
        var jdbc = new Jdbc(pool);
        var meters = new Meters();
        meters.watch(pool);
        var drain = new Drain();

        var tokens = new BearerTokenFilter(new TokenVerifier(settings.security()), settings.security(), meters);
        var routes = new ApiRoutes(tokens);
        var orders = new OrderRepository(jdbc);
        new PingResource().register(routes);
        new ProductResource(new ProductRepository(jdbc)).register(routes);
        new OrderResource(new OrderService(jdbc, meters), orders).register(routes);
        new ReportResource(new ReportRepository(jdbc)).register(routes);

        var api =
                HttpRouting.builder().addFilter(new RequestContextFilter(drain)).addFilter(new MetricsFilter(meters));
        ProblemResponses.register(api);
        routes.register(api);

        var management = HttpRouting.builder()
                .addFilter(new RequestContextFilter(drain))
                .register(
                        new HealthResource(ReadinessChecks.all(jdbc, drain)),
                        new MetricsResource(meters),
                        new VersionResource(pool))
                .any((request, response) -> {
                    throw Problems.noSuchRoute();
                });
        ProblemResponses.register(management);

        var server = WebServer.builder();
        listen(server, settings.http().port(), settings.lifecycle().shutdownGrace());
        server.routing(api);
        var second = ListenerConfig.builder().name(MANAGEMENT);
        listen(second, settings.http().managementPort(), Duration.ofMillis(100));
        second.routing(management);
        server.putSocket(MANAGEMENT, second.buildPrototype());

        var running = server.build().start();
        // Helidon only logs that a port is taken, and goes on without a server.
        if (!running.isRunning()) {
            fail("cannot listen on HTTP_PORT " + settings.http().port() + " or MANAGEMENT_PORT "
                    + settings.http().managementPort() + ": one of them is taken; choose another");
            return;
        }
        io.helidon.Main.addShutdownHandler(new GracefulStop(drain, settings.lifecycle(), running, pool));
        LoggerFactory.getLogger(Main.class)
                .info("listening: API {}, management {}", running.port(), running.port(MANAGEMENT));
    }

    private static void listen(ListenerConfig.BuilderBase<?, ?> listener, int port, Duration grace) {
        listener.host("0.0.0.0")
                .port(port)
                .shutdownGracePeriod(grace)
                // Off by default, which costs 40 ms wherever an answer takes two segments (helidon#6491).
                .connectionOptions((SocketOptions.Builder it) -> it.tcpNoDelay(true))
                .protocolsDiscoverServices(false)
                .addProtocol(
                        Http1Config.builder().receiveLog(false).sendLog(false).build())
                .directHandlers(ProblemResponses.direct());
    }

    private static void fail(String sentence) {
        System.err.println("helidon-service: " + sentence);
        System.exit(EXIT_FAILED);
    }
}
