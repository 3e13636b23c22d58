package dev.twinlab.lab.report;

import dev.twinlab.lab.analyse.Verdict.InvalidRun;
import dev.twinlab.lab.analyse.Wording;
import java.io.PrintWriter;
import java.util.List;

/** The verdict and the table of the metrics that decide. */
final class TerminalReport {
    private final ReportModel model;

    TerminalReport(ReportModel model) {
        this.model = model;
    }

    void print(PrintWriter out) {
        out.print(text());
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        var verdict = model.verdict();
        out.append("\nVERDICT  ").append(verdict.sentence()).append('\n');
        verdict.reasons().stream()
                .skip(1)
                .forEach(it -> out.append("         ").append(it).append('\n'));
        out.append("         policy \"")
                .append(verdict.policy())
                .append("\" (sha-256 ")
                .append(ReportModel.brief(verdict.policySha256()))
                .append("), environment ")
                .append(model.environmentGrade())
                .append('\n');
        model.campaign().environment().gradeReasons().forEach(it -> out.append("         ")
                .append(it)
                .append('\n'));
        out.append('\n');
        model.findings().forEach((heading, metrics) -> list(out, heading, metrics));
        out.append('\n').append(model.judgedTable().aligned());
        out.append("\n* critical: who is worse on it cannot win. ")
                .append(Wording.plural(verdict.described().size(), "more metric"))
                .append(" in the report.\n");
        for (InvalidRun run : verdict.invalidRuns()) {
            out.append("invalid  ")
                    .append(run.id())
                    .append(": ")
                    .append(String.join("; ", run.reasons()))
                    .append('\n');
        }
        verdict.warnings().forEach(it -> out.append("warning  ").append(it).append('\n'));
        return out.toString();
    }

    private static void list(StringBuilder out, String heading, List<String> metrics) {
        for (int i = 0; i < metrics.size(); i++) {
            out.append(i == 0 ? "  " + heading + ": " : "  " + " ".repeat(heading.length() + 2))
                    .append(metrics.get(i))
                    .append('\n');
        }
    }
}
