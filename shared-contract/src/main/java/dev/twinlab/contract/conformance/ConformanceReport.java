package dev.twinlab.contract.conformance;

import java.util.List;

/**
 * What the suite found.
 *
 * @param results one for each check, in the order of the suite
 */
public record ConformanceReport(List<Result> results) {
    /**
     * The outcome of one check.
     *
     * @param name what was promised
     * @param failure what came instead; empty when the promise was kept
     */
    public record Result(String name, String failure) {
        public boolean passed() {
            return failure.isEmpty();
        }
    }

    public boolean passed() {
        return !results.isEmpty() && failures().isEmpty();
    }

    public List<Result> failures() {
        return results.stream().filter(it -> !it.passed()).toList();
    }

    /** One line: how many checks passed of how many, and the first failure. */
    public String summary() {
        var failures = failures();
        String counts = (results.size() - failures.size()) + " of " + results.size() + " checks passed";
        return failures.isEmpty()
                ? counts
                : counts + "; first failure: " + failures.getFirst().name() + ": "
                        + failures.getFirst().failure();
    }

    /** Every failure with its reason, then the counts. */
    public String toText() {
        var text = new StringBuilder();
        for (Result failure : failures()) {
            text.append("FAILED  ")
                    .append(failure.name())
                    .append("\n        ")
                    .append(failure.failure())
                    .append('\n');
        }
        return text.append(results.size() - failures().size())
                .append(" of ")
                .append(results.size())
                .append(" checks passed\n")
                .toString();
    }
}
