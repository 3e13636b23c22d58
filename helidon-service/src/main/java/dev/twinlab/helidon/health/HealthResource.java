package dev.twinlab.helidon.health;

import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.operations.HealthReport;
import dev.twinlab.helidon.http.Responses;
import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;

/** The probes of the management port. */
public final class HealthResource implements HttpService {
    private static final HealthReport NOTHING_TO_CHECK = new HealthReport(HealthReport.UP, List.of());

    private final List<HealthCheck> readiness;

    public HealthResource(List<HealthCheck> readiness) {
        this.readiness = List.copyOf(readiness);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(Paths.LIVE, (request, response) -> Responses.json(request, response, Status.OK_200, NOTHING_TO_CHECK))
                .get(
                        Paths.STARTED,
                        (request, response) -> Responses.json(request, response, Status.OK_200, NOTHING_TO_CHECK))
                .get(Paths.READY, this::ready);
    }

    private void ready(ServerRequest request, ServerResponse response) {
        var checks = new ArrayList<HealthReport.Check>();
        boolean up = true;
        for (HealthCheck check : readiness) {
            long start = System.nanoTime();
            boolean holds = check.call().status() == HealthCheckResponse.Status.UP;
            double latencyMs = Math.rint((System.nanoTime() - start) / 1e3) / 1e3;
            checks.add(new HealthReport.Check(check.name(), holds ? HealthReport.UP : HealthReport.DOWN, latencyMs));
            up &= holds;
        }
        Responses.json(
                request,
                response,
                up ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503,
                new HealthReport(up ? HealthReport.UP : HealthReport.DOWN, checks));
    }
}
