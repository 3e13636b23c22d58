package dev.twinlab.micronaut.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.twinlab.contract.operations.LogLevel;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.micronaut.http.JsonBody;
import dev.twinlab.micronaut.http.StrictJson;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.annotation.Body;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.micronaut.management.endpoint.annotation.Selector;
import io.micronaut.management.endpoint.annotation.Write;
import io.micronaut.management.endpoint.loggers.LoggersEndpoint;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * {@code /loggers/{name}} of the management port: levels can be changed while the service runs. The framework's own endpoint takes
 * any name, and makes a logger of it.
 */
@Endpoint(id = "loggers", defaultSensitive = false)
@Replaces(LoggersEndpoint.class)
class LoggersResource {
    private final StrictJson json;

    LoggersResource(StrictJson json) {
        this.json = json;
    }

    @Read
    @ExecuteOn(TaskExecutors.BLOCKING)
    LogLevel tell(@Selector String name) {
        return levelOf(logger(name));
    }

    @Write
    @ExecuteOn(TaskExecutors.BLOCKING)
    LogLevel change(@Selector String name, @Body @Nullable JsonBody body) {
        Logger logger = logger(name);
        LogLevel.Change change = json.read(body == null ? JsonBody.NONE : body, LogLevel.Change.class);
        logger.setLevel(Level.valueOf(change.checked()));
        LogFloors.hold();
        return levelOf(logger);
    }

    private static LogLevel levelOf(Logger logger) {
        return new LogLevel(logger.getName(), logger.getEffectiveLevel().toString());
    }

    private static Logger logger(String name) {
        Logger found = ((LoggerContext) LoggerFactory.getILoggerFactory()).exists(name);
        if (found == null) {
            throw Problems.noSuchRoute();
        }
        return found;
    }
}
