package dev.twinlab.helidon.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.operations.LogLevel;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.helidon.http.Json;
import dev.twinlab.helidon.http.RequestLimits;
import dev.twinlab.helidon.http.Responses;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.slf4j.LoggerFactory;

/** {@code /loggers/{name}} of the management port: levels can be changed while the service runs. */
public final class LoggersResource implements HttpService {
    private static final String NAME = "name";

    @Override
    public void routing(HttpRules rules) {
        rules.get(Paths.LOGGER, this::tell).post(Paths.LOGGER, this::change);
    }

    private void tell(ServerRequest request, ServerResponse response) {
        answer(request, response, logger(request));
    }

    private void change(ServerRequest request, ServerResponse response) {
        Logger logger = logger(request);
        LogLevel.Change change = Json.read(RequestLimits.body(request), LogLevel.Change.class);
        logger.setLevel(Level.valueOf(change.checked()));
        answer(request, response, logger);
    }

    private static void answer(ServerRequest request, ServerResponse response, Logger logger) {
        Responses.json(
                request,
                response,
                Status.OK_200,
                new LogLevel(logger.getName(), logger.getEffectiveLevel().toString()));
    }

    /** Only one that is there: a name from outside must not make a logger. */
    private static Logger logger(ServerRequest request) {
        Logger found = ((LoggerContext) LoggerFactory.getILoggerFactory())
                .exists(request.path().pathParameters().get(NAME));
        if (found == null) {
            throw Problems.noSuchRoute();
        }
        return found;
    }
}
