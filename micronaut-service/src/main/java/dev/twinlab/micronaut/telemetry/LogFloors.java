package dev.twinlab.micronaut.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Keeps loggers of the framework above the level at which they print what no log may hold, whatever level is asked for. */
public final class LogFloors {
    /** Properties with the secrets among them; whole request targets; the values of a statement's parameters. */
    private static final Map<String, Level> FLOORS = Map.of(
            "io.micronaut.context", Level.INFO,
            "io.micronaut.inject", Level.INFO,
            "io.micronaut.http.server", Level.INFO,
            "io.micronaut.data.query", Level.DEBUG);

    private LogFloors() {}

    /** To be called after each change of a level. */
    public static void hold() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        FLOORS.forEach((name, floor) -> {
            // Without a level of its own it follows the one above, which may be quieter than the floor.
            context.getLogger(name).setLevel(null);
            for (Logger logger : context.getLoggerList()) {
                if (isWithin(logger.getName(), name)
                        && !logger.getEffectiveLevel().isGreaterOrEqual(floor)) {
                    logger.setLevel(floor);
                }
            }
        });
    }

    private static boolean isWithin(String logger, String name) {
        return logger.equals(name) || logger.startsWith(name + '.');
    }
}
