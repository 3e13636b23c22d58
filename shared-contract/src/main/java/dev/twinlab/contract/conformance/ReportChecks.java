package dev.twinlab.contract.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twinlab.contract.http.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sales report. */
final class ReportChecks {
    private ReportChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        checks.add(new Check("a report grows by just what was sold, and shrinks by what was cancelled", s -> {
            JsonNode product = s.stocked(1).getFirst();
            String sku = product.path("sku").asText();
            // This order tells what day it is for the service.
            String day = s.order(Session.orderBody(Session.newCustomer(), sku, 1))
                    .expect(201)
                    .json()
                    .path("createdAt")
                    .asText()
                    .substring(0, 10);
            Sales before = Sales.of(s, day, product);
            String id = s.order(Session.orderBody(Session.newCustomer(), sku, 3))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            Sales sold = Sales.of(s, day, product);
            long price = product.at("/price/amountMinor").asLong();
            Sales expected = new Sales(before.orders + 1, before.units + 3, before.revenue + 3 * price);
            Session.require(sold.equals(expected), "before " + before + ", sold 3 x " + price + ", after " + sold);
            s.cancel(id).expect(200);
            Session.require(
                    Sales.of(s, day, product).equals(before),
                    "after the cancel " + Sales.of(s, day, product) + ", before the order " + before);
        }));
        checks.add(new Check("rows come by day, category and currency, within the period", s -> {
            JsonNode report = s.get(Paths.SALES_REPORT + "?from=2025-01-01&to=2025-01-31")
                    .expect(200)
                    .json();
            String last = "";
            for (JsonNode row : report.path("rows")) {
                String key = row.path("day").asText()
                        + ' '
                        + row.path("category").asText()
                        + ' '
                        + row.at("/revenue/currency").asText();
                Session.require(
                        key.compareTo(last) > 0 && key.startsWith("2025-01-"),
                        "row '" + key + "' came after '" + last + "'");
                last = key;
            }
            Session.require(
                    !last.isEmpty(), "the suite needs sales in January 2025; load the data set with 'migrations data'");
            Session.require(
                    report.path("from").asText().equals("2025-01-01")
                            && report.path("to").asText().equals("2025-01-31"),
                    "the report is from " + report.path("from") + " to " + report.path("to"));
        }));
        checks.add(new Check(
                "a period without sales has no rows",
                s -> Session.require(
                        s.get(Paths.SALES_REPORT + "?from=1999-01-01&to=1999-12-31")
                                .expect(200)
                                .json()
                                .path("rows")
                                .isEmpty(),
                        "1999 has sales")));
        checks.add(new Check("366 days are reported, 367 are 400", s -> {
            s.get(Paths.SALES_REPORT + "?from=2024-01-01&to=2024-12-31").expect(200);
            s.get(Paths.SALES_REPORT + "?from=2024-01-01&to=2025-01-01")
                    .expectProblem(400, "invalid-parameter")
                    .expectFieldError("to");
        }));
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("", "from,to");
        bad.put("?from=2025-01-01", "to");
        bad.put("?to=2025-01-01", "from");
        bad.put("?from=2025-01-02&to=2025-01-01", "to");
        bad.put("?from=2025-02-30&to=2025-03-01", "from");
        bad.put("?from=01.02.2025&to=today", "from,to");
        bad.put("?from=2025-1-1&to=2025-01-01T00:00:00Z", "from,to");
        bad.put("?from=2025-01-01&from=2025-01-02&to=2025-01-03", "from");
        bad.forEach((query, fields) -> checks.add(new Check("a report of '" + query + "' is 400", s -> {
            var answer = s.get(Paths.SALES_REPORT + query).expectProblem(400, "invalid-parameter");
            for (String field : fields.split(",")) {
                answer.expectFieldError(field);
            }
        })));
        return checks;
    }

    private record Sales(long orders, long units, long revenue) {
        static Sales of(Session s, String day, JsonNode product) {
            for (JsonNode row : s.get(Paths.SALES_REPORT + "?from=" + day + "&to=" + day)
                    .expect(200)
                    .json()
                    .path("rows")) {
                if (row.path("category").equals(product.path("category"))
                        && row.at("/revenue/currency").equals(product.at("/price/currency"))) {
                    return new Sales(
                            row.path("orders").asLong(),
                            row.path("units").asLong(),
                            row.at("/revenue/amountMinor").asLong());
                }
            }
            return new Sales(0, 0, 0);
        }
    }
}
