package dev.twinlab.helidon.telemetry;

import dev.twinlab.contract.http.Paths;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.nio.charset.StandardCharsets;

/** {@code GET /metrics} of the management port. */
public final class MetricsResource implements HttpService {
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Meters meters;

    public MetricsResource(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(Paths.METRICS, (request, response) -> response.header(HeaderNames.CONTENT_TYPE, PROMETHEUS_TEXT)
                .send(meters.scrape().getBytes(StandardCharsets.UTF_8)));
    }
}
