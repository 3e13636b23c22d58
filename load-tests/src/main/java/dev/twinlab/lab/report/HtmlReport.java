package dev.twinlab.lab.report;

import dev.twinlab.lab.analyse.MetricResult;
import dev.twinlab.lab.analyse.Outcome;
import dev.twinlab.lab.analyse.Verdict;
import dev.twinlab.lab.analyse.Verdict.Tally;
import dev.twinlab.lab.analyse.Wording;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.report.plot.Side;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One page that needs nothing but itself: style, data and the library that draws are inline, and its own policy forbids it every
 * request. Without a script it still has every number, in tables.
 */
final class HtmlReport {
    private final ReportModel model;
    private final Figures figures;
    private final Html html;

    HtmlReport(ReportModel model) {
        this.model = model;
        this.figures = new Figures(model);
        this.html =
                new Html(model.campaign().runs().stream().map(RunRecord::id).collect(Collectors.toUnmodifiableSet()));
    }

    String write() {
        String campaign = model.campaign().manifest().campaign();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                                + " script-src 'unsafe-inline'\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", "", "Helidon SE and Micronaut: " + campaign)
                .raw("<style>\n" + PageFiles.style() + "</style>\n</head>\n<body>\n");
        top();
        html.raw("<main>\n<noscript><p class=\"note\">The charts need JavaScript; every number is in the tables below"
                + " them.</p></noscript>\n");
        contents();
        decides();
        figures.write(new HtmlFigures(html, model));
        section("compared", "What was compared");
        html.facts(model.compared())
                .list(model.conformance().stream().map(it -> "Contract: " + it).toList());
        html.raw("</section>\n");
        section("machine", "Where it ran");
        html.facts(model.machine()).raw("</section>\n");
        everything();
        exceptions();
        section("guide", "How to read this");
        html.list(model.guide()).element("p", "reminder", model.reminder()).raw("</section>\n");
        html.raw("</main>\n<script>\n" + PageFiles.script() + "</script>\n</body>\n</html>\n");
        return html.toString();
    }

    private void top() {
        Verdict verdict = model.verdict();
        String sentence = verdict.sentence();
        int colon = sentence.indexOf(": ");
        html.open("header", verdict.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        html.element(
                "p", "eyebrow", "Twinlab · " + model.nameOf(Side.HELIDON) + " and " + model.nameOf(Side.MICRONAUT));
        html.open("h1", "")
                .element("span", "outcome", sentence.substring(0, colon))
                .text(" ")
                .text(capital(sentence.substring(colon + 2)))
                .close("h1");
        html.list(verdict.reasons().stream().skip(1).toList());
        html.open("p", "chips");
        chip("environment", model.environmentGrade());
        chip("policy", verdict.policy() + " " + ReportModel.brief(verdict.policySha256()));
        chip("plan", model.campaign().manifest().plan());
        chip("commit", model.campaign().manifest().commit());
        chip("started", model.campaign().manifest().startedAt());
        html.close("p");
        for (String reason : model.campaign().environment().gradeReasons()) {
            html.element("p", "why", "Grade " + verdict.grade() + ": " + Wording.withoutStop(reason) + ".");
        }
        html.close("header");
    }

    private void contents() {
        html.raw("<nav aria-label=\"Contents\">");
        Map<String, String> contents = new LinkedHashMap<>();
        contents.put("verdict", "What decides");
        contents.put("ratios", "Ratios");
        contents.put("pairs", "Pairs");
        contents.put("latency", "Latency");
        contents.put("rates", "Rates");
        contents.put("startup", "Start-up");
        contents.put("memory", "Memory");
        contents.put("warmup", "Warm-up");
        contents.put("resources", "Who was busy");
        contents.put("sequence", "Order");
        contents.put("compared", "What was compared");
        contents.put("machine", "Machine");
        contents.put("everything", "All metrics");
        contents.put("invalid", "Invalid runs");
        contents.put("guide", "How to read");
        contents.forEach((id, words) -> html.link("#" + id, words).raw(" "));
        html.raw("</nav>\n");
    }

    private void chip(String name, String value) {
        html.open("span", "chip").element("b", "", name).text(" " + value).close("span");
    }

    private void decides() {
        Verdict verdict = model.verdict();
        section("verdict", "What decides");
        balance(verdict.tally());
        html.open("div", "findings");
        model.findings().forEach((heading, metrics) -> {
            if (!metrics.isEmpty()) {
                html.open("div", "").element("h3", "", heading).list(metrics).close("div");
            }
        });
        html.close("div");
        html.cards("Every metric that decides; lower is better", model.judgedTable());
        html.element("p", "note", "* critical: who is worse on it cannot win.");
        html.open("p", "note")
                .text("Each row is made of the runs that are listed under ")
                .link("#pairs", "Pair by pair")
                .text(", with their files; unrounded in ")
                .link("metrics.csv", "metrics.csv")
                .text(" and ")
                .link("runs.csv", "runs.csv")
                .text(".")
                .close("p");
        html.open("details", "").element("summary", "", "Each result in a sentence");
        html.list(verdict.judged().stream().map(HtmlReport::explained).toList()).close("details");
        html.raw("</section>\n");
    }

    /** The weights as one bar: what is undecided is as visible as what is decided. */
    private void balance(Tally tally) {
        double open = Math.max(0, 1 - tally.decided());
        html.open("div", "balance");
        bar("h", tally.helidon());
        bar("eq", tally.equivalent());
        bar("open", open);
        bar("m", tally.micronaut());
        html.close("div");
        html.open("p", "legend");
        key("h", "Helidon better " + Wording.share(tally.helidon()));
        key("eq", "equivalent " + Wording.share(tally.equivalent()));
        key("open", "inconclusive " + Wording.share(open));
        key("m", "Micronaut better " + Wording.share(tally.micronaut()));
        html.element("span", "note", "of the policy's weight");
        html.close("p");
        if (model.verdict().outcome() == Outcome.INVALID) {
            html.element("p", "note", "The campaign is invalid: what follows is shown, and proves nothing.");
        }
    }

    private void bar(String style, double share) {
        if (share > 0) {
            html.raw("<span class=\"" + style + "\" style=\"flex-grow:" + Math.round(share * 1000) + "\"></span>");
        }
    }

    private void key(String style, String text) {
        html.raw("<span class=\"key " + style + "\">").text(text).raw("</span> ");
    }

    private void everything() {
        section("everything", "Everything else that was measured");
        html.element(
                "p",
                "",
                "Shown, and deciding nothing: no margin, no correction for their number. A tilde is no clear difference.");
        html.open("p", "note")
                .text("The value of each in each run is in ")
                .link("runs.csv", "runs.csv")
                .text(".")
                .close("p");
        html.folded("All " + model.verdict().described().size() + " metrics", model.describedTable());
        html.raw("</section>\n");
    }

    private void exceptions() {
        Verdict verdict = model.verdict();
        section("invalid", "Invalid runs and warnings");
        if (verdict.invalidRuns().isEmpty()) {
            html.element("p", "", "Every run met every gate.");
        } else {
            TextTable invalid = new TextTable("run", "why it does not count");
            verdict.invalidRuns().forEach(it -> invalid.add(it.id(), String.join("; ", it.reasons())));
            html.table("Invalid runs", invalid);
        }
        html.list(verdict.warnings().stream().map(it -> "Warning: " + it).toList());
        html.raw("</section>\n");
    }

    private static String explained(MetricResult metric) {
        return metric.label() + ": " + metric.sentence();
    }

    private void section(String id, String heading) {
        html.raw("<section id=\"" + id + "\">\n").element("h2", "", heading);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
