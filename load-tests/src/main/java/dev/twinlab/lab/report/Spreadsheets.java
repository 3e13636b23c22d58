package dev.twinlab.lab.report;

import dev.twinlab.lab.analyse.Metric;
import dev.twinlab.lab.analyse.MetricResult;
import dev.twinlab.lab.record.RunRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report's numbers for a spreadsheet, unrounded. */
final class Spreadsheets {
    private final ReportModel model;

    Spreadsheets(ReportModel model) {
        this.model = model;
    }

    /** One row a metric: those that decide first. */
    String metrics() {
        Csv csv = new Csv();
        csv.row(List.of(
                "metric",
                "label",
                "unit",
                "pairs",
                "helidon_median",
                "micronaut_median",
                "ratio",
                "low",
                "high",
                "coverage",
                "p",
                "p_holm",
                "margin",
                "weight",
                "critical",
                "state"));
        for (MetricResult metric : model.verdict().metrics()) {
            MetricResult.Rule rule = metric.rule();
            csv.row(List.of(
                    metric.id(),
                    metric.label(),
                    metric.unit(),
                    Integer.toString(metric.pairs()),
                    number(metric.helidonMedian()),
                    number(metric.micronautMedian()),
                    number(metric.ratio()),
                    number(metric.low()),
                    number(metric.high()),
                    number(metric.coverage()),
                    number(metric.p()),
                    number(metric.pHolm()),
                    rule == null ? "" : number(rule.margin()),
                    rule == null ? "" : number(rule.weight()),
                    rule == null ? "" : Boolean.toString(rule.critical()),
                    metric.state() == null ? "" : metric.state().name()));
        }
        return csv.toString();
    }

    /** One row a run, valid or not, with every metric that it gave; the run's file is named in the second column. */
    String runs() {
        List<Metric> metrics = model.catalogue().metrics();
        Csv csv = new Csv();
        List<String> headings = new ArrayList<>(List.of(
                "sequence",
                "file",
                "kind",
                "block",
                "attempt",
                "position",
                "service",
                "started_at",
                "valid",
                "counts",
                "reasons"));
        metrics.forEach(it -> headings.add(it.id()));
        csv.row(headings);
        for (RunRecord run : model.campaign().runs()) {
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(run.sequence()),
                    ReportModel.fileOf(run.id()),
                    run.kind().name(),
                    Integer.toString(run.block()),
                    Integer.toString(run.attempt()),
                    Integer.toString(run.position()),
                    run.service(),
                    run.startedAt(),
                    Boolean.toString(run.valid()),
                    Boolean.toString(model.pairing().isUsed(run)),
                    String.join("; ", run.invalidReasons())));
            for (Metric metric : metrics) {
                var value = model.catalogue().value(metric.id(), run);
                cells.add(value.isPresent() ? Csv.number(value.getAsDouble()) : "");
            }
            csv.row(cells);
        }
        return csv.toString();
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : Csv.number(value);
    }
}
