package dev.twinlab.contract.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.operations.HealthReport;
import dev.twinlab.contract.operations.MetricNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The management port. */
final class ManagementChecks {
    private ManagementChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        for (String path : List.of(Paths.LIVE, Paths.STARTED)) {
            checks.add(new Check(path + " is UP and looks at nothing", s -> {
                JsonNode report = get(s, path)
                        .expect(200)
                        .expectHeader("Content-Type", Headers.JSON)
                        .json();
                Session.require(
                        report.path("status").asText().equals(HealthReport.UP)
                                && report.path("checks").isArray()
                                && report.path("checks").isEmpty(),
                        path + " answers " + report);
            }));
        }
        checks.add(new Check(Paths.READY + " tells each check with its latency", s -> {
            JsonNode report = get(s, Paths.READY)
                    .expect(200)
                    .expectHeader("Content-Type", Headers.JSON)
                    .json();
            var names = new HashSet<String>();
            for (JsonNode check : report.path("checks")) {
                names.add(check.path("name").asText());
                Session.require(
                        check.path("latencyMs").isNumber()
                                && check.path("status").asText().equals(HealthReport.UP),
                        "a check is " + check);
            }
            Session.require(
                    names.containsAll(Set.of(
                            HealthReport.CHECK_DATABASE, HealthReport.CHECK_SCHEMA, HealthReport.CHECK_DRAINING)),
                    "ready checks " + names);
        }));
        checks.add(new Check(Paths.METRICS + " has the contract's metrics", s -> {
            s.get(Paths.PING).expect(200);
            String text = get(s, Paths.METRICS).expect(200).text();
            for (String name : List.of(
                    MetricNames.REQUEST_SECONDS + "_bucket{",
                    MetricNames.REQUEST_SECONDS + "_count{",
                    MetricNames.REQUESTS_IN_FLIGHT,
                    MetricNames.POOL_CONNECTIONS + "{",
                    MetricNames.ORDERS_CREATED,
                    MetricNames.ORDERS_CANCELLED,
                    MetricNames.AUTH_FAILURES,
                    "jvm_memory_used_bytes{")) {
                Session.require(
                        text.lines().anyMatch(it -> it.startsWith(name)), "no line of /metrics starts with " + name);
            }
            Session.require(text.contains("route=\"" + Paths.PING + '"'), "ping is not counted under its route");
        }));
        checks.add(new Check("metrics name route templates, never paths", s -> {
            s.product(s.stockedSku());
            s.get("/nothing-" + Session.newKey()).expect(404);
            String text = get(s, Paths.METRICS).expect(200).text();
            Session.require(
                    text.contains("route=\"" + Paths.PRODUCT + '"'), "no series has the route " + Paths.PRODUCT);
            Session.require(!text.contains("SKU-") && !text.contains("nothing-"), "a path of a request is in a label");
        }));
        checks.add(new Check(Paths.VERSION + " tells framework, JVM, pool and driver", s -> {
            JsonNode version = get(s, Paths.VERSION)
                    .expect(200)
                    .expectHeader("Content-Type", Headers.JSON)
                    .json();
            for (String pointer : List.of(
                    "/service",
                    "/variant",
                    "/version",
                    "/buildId",
                    "/framework/version",
                    "/jvm/version",
                    "/pool/name",
                    "/libraries/HikariCP",
                    "/libraries/postgresql")) {
                Session.require(!version.at(pointer).asText().isEmpty(), "/version lacks " + pointer + ": " + version);
            }
            Session.require(
                    version.path("requestThread").asText().equals("virtual"),
                    "requests are handled on a " + version.path("requestThread") + " thread");
        }));
        checks.add(new Check(
                "the API is not on the management port", s -> get(s, Paths.PING).expect(404)));
        return checks;
    }

    private static HttpExchange get(Session s, String path) {
        return new WireClient(s.target().management().orElseThrow()).send("GET", path, Map.of(), "");
    }
}
