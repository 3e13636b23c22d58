package dev.twinlab.helidon.reports;

import dev.twinlab.contract.http.Parameters;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.contract.reports.SalesReport;
import dev.twinlab.helidon.http.ApiRoutes;
import dev.twinlab.helidon.http.QueryValues;
import dev.twinlab.helidon.http.Responses;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** {@code GET /reports/sales}. */
public final class ReportResource {
    private final ReportRepository reports;

    public ReportResource(ReportRepository reports) {
        this.reports = reports;
    }

    public void register(ApiRoutes routes) {
        routes.get(Paths.SALES_REPORT, this::sales);
    }

    private void sales(ServerRequest request, ServerResponse response) {
        var parameters = new Parameters();
        var period = parameters.period(QueryValues.of(request, "from"), QueryValues.of(request, "to"));
        if (period == null) {
            throw Problems.invalidParameters(parameters.errors());
        }
        Responses.json(
                request,
                response,
                Status.OK_200,
                new SalesReport(period.from().toString(), period.to().toString(), reports.sales(period)));
    }
}
