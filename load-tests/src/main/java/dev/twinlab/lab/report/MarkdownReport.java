package dev.twinlab.lab.report;

import dev.twinlab.lab.analyse.MetricResult;
import dev.twinlab.lab.analyse.Verdict;
import java.util.List;
import java.util.Map;

/** The report without its charts; the tables below them are here. */
final class MarkdownReport {
    private final ReportModel model;
    private final StringBuilder out = new StringBuilder();

    MarkdownReport(ReportModel model) {
        this.model = model;
    }

    String write() {
        Verdict verdict = model.verdict();
        out.append("# Helidon SE and Micronaut: ")
                .append(Markdown.text(model.campaign().manifest().campaign()));
        out.append("\n\n**").append(Markdown.text(verdict.sentence())).append("**\n\n");
        bullets(verdict.reasons().stream().skip(1).toList());
        out.append("Environment grade ")
                .append(Markdown.text(model.environmentGrade()))
                .append(".\n\n");
        bullets(model.campaign().environment().gradeReasons());
        model.findings().forEach((heading, metrics) -> {
            if (!metrics.isEmpty()) {
                out.append("**").append(Markdown.text(heading)).append("**\n\n");
                bullets(metrics);
            }
        });
        heading("What decides");
        out.append(model.judgedTable().markdown()).append('\n');
        bullets(verdict.judged().stream().map(MarkdownReport::explained).toList());
        heading("What was compared");
        facts(model.compared());
        bullets(model.conformance().stream().map(it -> "Contract: " + it).toList());
        heading("Where it ran");
        facts(model.machine());
        heading("Everything else that was measured");
        out.append(
                "Shown, and deciding nothing: no margin, no correction for their number. `~` is no clear difference.\n\n");
        out.append(model.describedTable().markdown()).append('\n');
        heading("What the charts show");
        out.append(
                "Drawn in `report.html`. Unrounded: [metrics.csv](metrics.csv), and every run in [runs.csv](runs.csv).\n\n");
        new Figures(model).write(new MarkdownFigures(out));
        heading("Invalid runs");
        bulletsOr(
                verdict.invalidRuns().stream()
                        .map(it -> it.id() + ": " + String.join("; ", it.reasons()))
                        .toList(),
                "None.");
        heading("Warnings");
        bulletsOr(verdict.warnings(), "None.");
        heading("How to read this");
        bullets(model.guide());
        out.append("> ").append(Markdown.text(model.reminder())).append('\n');
        return out.toString();
    }

    private static String explained(MetricResult metric) {
        return metric.label() + ": " + metric.sentence();
    }

    private void heading(String text) {
        out.append("## ").append(text).append("\n\n");
    }

    private void bullets(List<String> lines) {
        lines.forEach(it -> out.append("- ").append(Markdown.text(it)).append('\n'));
        out.append(lines.isEmpty() ? "" : "\n");
    }

    private void bulletsOr(List<String> lines, String none) {
        if (lines.isEmpty()) {
            out.append(none).append("\n\n");
        }
        bullets(lines);
    }

    private void facts(Map<String, String> facts) {
        TextTable table = new TextTable("what", "value");
        facts.forEach(table::add);
        out.append(table.markdown()).append('\n');
    }
}
