package dev.twinlab.micronaut;

import ch.qos.logback.classic.LoggerContext;
import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.micronaut.health.GracefulStop;
import dev.twinlab.micronaut.settings.HttpSettings;
import dev.twinlab.micronaut.settings.InvalidSettingsException;
import dev.twinlab.micronaut.settings.Settings;
import dev.twinlab.micronaut.telemetry.LogFloors;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the service. Exit codes: 0 after SIGTERM, 1 when it could not start, 78 when its settings are wrong. */
public final class Main {
    private static final int EXIT_FAILED = 1;

    /** {@code EX_CONFIG} of {@code sysexits.h}. */
    private static final int EXIT_BAD_SETTINGS = 78;

    private Main() {}

    /** Takes no arguments: all settings come from the environment. */
    public static void main(String[] arguments) throws InterruptedException {
        Settings settings;
        try {
            settings = Settings.from(System.getenv(), Path.of(""));
        } catch (InvalidSettingsException e) {
            e.problems().forEach(System.err::println);
            System.exit(EXIT_BAD_SETTINGS);
            return;
        }
        // What .env says of logs must be known to logback.xml, which the first logger reads.
        System.setProperty(SettingNames.LOG_LEVEL, settings.log().level());
        System.setProperty(SettingNames.LOG_FORMAT, settings.log().format());
        LogFloors.hold();
        HttpSettings ports = settings.http().resolved();
        try {
            start(settings, ports);
        } catch (RuntimeException e) {
            System.err.println(explain(e, settings, ports));
            System.exit(EXIT_FAILED);
        }
        // The listeners' threads are daemons; this one keeps the process.
        new CountDownLatch(1).await();
    }

    private static void start(Settings settings, HttpSettings ports) {
        Logger log = LoggerFactory.getLogger(Main.class);
        ApplicationContext context = ApplicationContext.builder(Main.class)
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .environmentPropertySource(false)
                .banner(false)
                .singletons(ports, settings.database(), settings.security(), settings.lifecycle())
                .properties(properties(settings, ports))
                .start();
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            context.getBean(GracefulStop.class).run();
                            ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
                            // A JVM that a signal ends would report the signal, and not that all went well.
                            Runtime.getRuntime().halt(0);
                        },
                        "graceful-stop"));
        log.info("Serving on port {}, management on port {}", server.getPort(), ports.managementPort());
    }

    private static Map<String, Object> properties(Settings settings, HttpSettings ports) {
        return Map.of(
                "micronaut.server.port", ports.port(),
                "endpoints.all.port", ports.managementPort(),
                "datasources.default.url", settings.database().url(),
                "datasources.default.username", settings.database().user(),
                "datasources.default.password", settings.database().password(),
                "datasources.default.maximum-pool-size", settings.database().poolSize(),
                "datasources.default.minimum-idle", settings.database().poolSize(),
                "datasources.default.connection-timeout", settings.database().poolTimeoutMs());
    }

    private static String explain(Throwable failure, Settings settings, HttpSettings ports) {
        if (find(failure, BindException.class).isPresent()) {
            // The management port is bound last: if it is free, the failure was the other's. That one may be ours by
            // now.
            return isTaken(ports.managementPort())
                    ? portTaken(ports.managementPort(), SettingNames.MANAGEMENT_PORT)
                    : portTaken(ports.port(), SettingNames.HTTP_PORT);
        }
        return find(failure, SQLException.class)
                .map(e -> "The database " + settings.database().printableUrl() + " cannot be used: "
                        + e.getMessage().lines().findFirst().orElse(""))
                .orElseGet(() -> "The service could not start: " + failure);
    }

    private static String portTaken(int port, String setting) {
        return "Port " + port + " is taken: stop what listens there, or set " + setting + " to a free one.";
    }

    /** The failure itself does not say which of the two ports it was. */
    private static boolean isTaken(int port) {
        try (var probe = new ServerSocket(port)) {
            return !probe.isBound();
        } catch (IOException taken) {
            return true;
        }
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        T found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // The innermost says most: the outer ones wrap it.
            found = type.isInstance(cause) ? type.cast(cause) : found;
        }
        return Optional.ofNullable(found);
    }
}
