package dev.twinlab.helidon;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.helidon.health.Drain;
import dev.twinlab.helidon.health.GracefulStop;
import dev.twinlab.helidon.health.HealthResource;
import dev.twinlab.helidon.health.ReadinessChecks;
import dev.twinlab.helidon.http.ApiRoutes;
import dev.twinlab.helidon.http.Listeners;
import dev.twinlab.helidon.http.ProblemResponses;
import dev.twinlab.helidon.http.RequestContextFilter;
import dev.twinlab.helidon.orders.OrderRepository;
import dev.twinlab.helidon.orders.OrderResource;
import dev.twinlab.helidon.orders.OrderService;
import dev.twinlab.helidon.persistence.ConnectionPool;
import dev.twinlab.helidon.persistence.Jdbc;
import dev.twinlab.helidon.ping.PingResource;
import dev.twinlab.helidon.products.ProductRepository;
import dev.twinlab.helidon.products.ProductResource;
import dev.twinlab.helidon.reports.ReportRepository;
import dev.twinlab.helidon.reports.ReportResource;
import dev.twinlab.helidon.security.BearerTokenFilter;
import dev.twinlab.helidon.security.TokenVerifier;
import dev.twinlab.helidon.settings.HttpSettings;
import dev.twinlab.helidon.settings.InvalidSettingsException;
import dev.twinlab.helidon.settings.LogSettings;
import dev.twinlab.helidon.settings.Settings;
import dev.twinlab.helidon.telemetry.LoggersResource;
import dev.twinlab.helidon.telemetry.Logging;
import dev.twinlab.helidon.telemetry.Meters;
import dev.twinlab.helidon.telemetry.MetricsFilter;
import dev.twinlab.helidon.telemetry.MetricsResource;
import dev.twinlab.helidon.telemetry.VersionResource;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/** Starts the service. Exit codes: 78 for bad settings, 1 for a port or a database that is not to be had. */
public final class Main {
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_BAD_SETTINGS = 78;
    private static final String MANAGEMENT = "management";

    private Main() {}

    public static void main(String[] args) {
        // Until the settings say how: the JDK itself logs an exit, and Logback's own default writes that.
        Logging.configure(new LogSettings("WARN", true));
        Settings settings;
        try {
            settings = Settings.from(System.getenv(), Path.of(""));
        } catch (InvalidSettingsException e) {
            e.problems().forEach(System.err::println);
            System.exit(EXIT_BAD_SETTINGS);
            return;
        }
        Logging.configure(settings.log());
        try {
            start(settings);
        } catch (HikariPool.PoolInitializationException e) {
            fail("no connection to DB_URL " + settings.database().printableUrl() + " as DB_USER "
                    + settings.database().user() + ": " + reason(e));
        }
    }

    private static void start(Settings settings) {
        HikariDataSource pool = ConnectionPool.open(settings.database());
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
                        new LoggersResource(),
                        new MetricsResource(meters),
                        new VersionResource(pool))
                .any((request, response) -> {
                    throw Problems.noSuchRoute();
                });
        ProblemResponses.register(management);

        // GracefulStop stops it.
        var server = WebServer.builder().shutdownHook(false);
        Listeners.configure(server, settings.http().port(), settings.lifecycle().shutdownGrace());
        server.routing(api);
        var second = ListenerConfig.builder().name(MANAGEMENT);
        Listeners.configure(second, settings.http().managementPort(), Duration.ofMillis(100));
        second.routing(management);
        server.putSocket(MANAGEMENT, second.buildPrototype());

        var running = server.build().start();
        // Helidon only logs that a port is taken, and goes on without a server.
        if (!running.isRunning()) {
            fail(takenPort(settings.http()));
            return;
        }
        io.helidon.Main.addShutdownHandler(
                new GracefulStop(drain, settings.lifecycle().drainDelay(), running, pool));
        LoggerFactory.getLogger(Main.class)
                .info("listening: API {}, management {}", running.port(), running.port(MANAGEMENT));
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }

    private static String takenPort(HttpSettings settings) {
        String name = isFree(settings.port()) ? SettingNames.MANAGEMENT_PORT : SettingNames.HTTP_PORT;
        int port = name.equals(SettingNames.HTTP_PORT) ? settings.port() : settings.managementPort();
        return name + " " + port + " cannot be listened on, most likely because another process does; choose another";
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static void fail(String sentence) {
        System.err.println("helidon-service: " + sentence);
        System.exit(EXIT_FAILED);
    }
}
