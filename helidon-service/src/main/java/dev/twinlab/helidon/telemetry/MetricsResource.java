package dev.twinlab.helidon.telemetry;

import dev.twinlab.contract.http.Paths;
import dev.twinlab.helidon.http.Responses;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.nio.charset.StandardCharsets;

/** {@code GET /metrics} of the management port. */
public final class MetricsResource implements HttpService {
    private static final Header PROMETHEUS_TEXT =
            HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");

    private final Meters meters;

    public MetricsResource(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(
                Paths.METRICS,
                (request, response) -> Responses.send(
                        request,
                        response,
                        Status.OK_200,
                        PROMETHEUS_TEXT,
                        meters.scrape().getBytes(StandardCharsets.UTF_8)));
    }
}
