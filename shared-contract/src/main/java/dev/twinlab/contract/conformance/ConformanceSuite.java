package dev.twinlab.contract.conformance;

import dev.twinlab.contract.http.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every promise of the contract, asked of a live service from outside.
 *
 * <p>The suite writes: it places and cancels orders, and leaves the ones that it does not cancel. It expects the project's data set
 * and nobody else at work on the same database.
 */
public final class ConformanceSuite {
    private final OpenApiDocument document = OpenApiDocument.load();

    /** Runs every check; those of the management port when the target has one. */
    public ConformanceReport run(Target target) throws InterruptedException {
        return run(target, result -> {});
    }

    /** The same, telling each result as it comes. */
    public ConformanceReport run(Target target, Consumer<ConformanceReport.Result> listener)
            throws InterruptedException {
        var checks = new ArrayList<Check>();
        checks.addAll(ReadChecks.all());
        checks.addAll(OrderChecks.all());
        checks.addAll(ReportChecks.all());
        checks.addAll(HttpChecks.all());
        checks.addAll(SecurityChecks.all());
        if (target.management().isPresent()) {
            checks.addAll(ManagementChecks.all());
        }
        return run(target, checks, listener);
    }

    private ConformanceReport run(Target target, List<Check> checks, Consumer<ConformanceReport.Result> listener)
            throws InterruptedException {
        var session = new Session(target, document);
        var results = new ArrayList<ConformanceReport.Result>();
        String silence = failure(new Check("the target answers", it -> it.get(Paths.PING)), session);
        if (silence.contains("no whole answer")) {
            // Two hundred times the same sentence would tell no more.
            return new ConformanceReport(List.of(new ConformanceReport.Result("the target answers", silence)));
        }
        for (Check check : checks) {
            var result = new ConformanceReport.Result(check.name(), failure(check, session));
            results.add(result);
            listener.accept(result);
        }
        return new ConformanceReport(List.copyOf(results));
    }

    private static String failure(Check check, Session session) throws InterruptedException {
        try {
            check.proof().on(session);
            return "";
        } catch (ConformanceFailure e) {
            return e.getMessage();
        }
    }
}
