package dev.twinlab.micronaut.reports;

import dev.twinlab.contract.Money;
import dev.twinlab.contract.http.Parameters;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.contract.reports.SalesReport;
import dev.twinlab.contract.reports.SalesRow;
import dev.twinlab.micronaut.http.CurrentRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** {@code GET /reports/sales}. */
@Path(Paths.SALES_REPORT)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReportResource {
    private final ReportRepository reports;

    ReportResource(ReportRepository reports) {
        this.reports = reports;
    }

    @GET
    SalesReport sales() {
        var query = CurrentRequest.get().getParameters();
        var parameters = new Parameters();
        var period = parameters.period(query.getAll("from"), query.getAll("to"));
        if (period == null) {
            throw Problems.invalidParameters(parameters.errors());
        }
        var rows = reports.sales(startOf(period.from()), startOf(period.to().plusDays(1))).stream()
                .map(ReportResource::row)
                .toList();
        return new SalesReport(period.from().toString(), period.to().toString(), rows);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static SalesRow row(ReportRepository.Sales sales) {
        return new SalesRow(
                sales.day().toString(),
                sales.category(),
                sales.orders(),
                sales.units(),
                new Money(sales.revenueMinor(), sales.currency()));
    }
}
