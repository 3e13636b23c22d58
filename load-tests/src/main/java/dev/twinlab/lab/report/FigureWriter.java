package dev.twinlab.lab.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.report.plot.Chart;
import dev.twinlab.lab.report.plot.Chart.Standing;
import dev.twinlab.lab.report.plot.Side;
import java.util.List;

/** Sections of charts, each with one explaining sentence above and a table of its numbers below. */
final class FigureWriter {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Html html;
    private final ReportModel model;

    FigureWriter(Html html, ReportModel model) {
        this.html = html;
        this.model = model;
    }

    FigureWriter open(String id, String heading, String explanation) {
        html.raw("<section id=\"" + id + "\">\n").element("h2", "", heading).element("p", "lead", explanation);
        return this;
    }

    FigureWriter openPanels() {
        html.open("div", "panels");
        return this;
    }

    FigureWriter closePanels() {
        html.close("div");
        return this;
    }

    void close() {
        html.raw("</section>\n");
    }

    /** Why a chart that a reader may look for is not there. */
    FigureWriter absent(String sentence) {
        html.element("p", "note", sentence);
        return this;
    }

    FigureWriter notes(List<String> words) {
        html.open("p", "legend");
        words.forEach(it -> html.element("span", "phasekey", it));
        html.close("p");
        return this;
    }

    /** Who has which mark. */
    FigureWriter legend(String note) {
        html.open("p", "legend");
        html.raw("<span class=\"key h\">").text(model.nameOf(Side.HELIDON)).raw("</span> ");
        html.raw("<span class=\"key m\">").text(model.nameOf(Side.MICRONAUT)).raw("</span> ");
        if (!note.isEmpty()) {
            html.element("span", "note", note);
        }
        html.close("p");
        return this;
    }

    FigureWriter raw(String markup) {
        html.raw(markup);
        return this;
    }

    FigureWriter table(String caption, TextTable table) {
        html.folded(caption, table);
        return this;
    }

    /**
     * One chart.
     *
     * @param id unique in the page
     * @param description what a screen reader says of it
     */
    FigureWriter chart(String id, String heading, Chart chart, String description) {
        html.raw("<figure class=\"chart\" data-marks=\"" + chart.marks() + "\">")
                .raw("<figcaption id=\"" + id + "-t\">")
                .text(heading)
                .raw("</figcaption><div class=\"canvas\" id=\"" + id + "\" role=\"img\" aria-labelledby=\"" + id
                        + "-t\" aria-describedby=\"" + id + "-d\"></div><p class=\"spoken\" id=\"" + id + "-d\">")
                .text(description)
                .raw("</p><script type=\"application/json\">" + json(chart) + "</script></figure>\n");
        return this;
    }

    Standing standing(RunRecord run) {
        if (!run.valid()) {
            return Standing.INVALID;
        }
        return model.pairing().isUsed(run) ? Standing.PAIRED : Standing.ALONE;
    }

    static String name(Side side) {
        return side == Side.HELIDON ? "Helidon" : "Micronaut";
    }

    /** The name of a cell or of a phase, for people. */
    static String words(String cell) {
        return cell.equals("warmup") ? "warm-up" : cell.contains("@") ? cell.replace("@", " at ") + "/s" : cell;
    }

    /** Without a character that could end the element or begin another. */
    private static String json(Chart chart) {
        try {
            return JSON.writerFor(Chart.class)
                    .writeValueAsString(chart)
                    .replace("&", "\\u0026")
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a chart cannot be written as JSON", e);
        }
    }
}
