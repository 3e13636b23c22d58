package dev.twinlab.lab.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.twinlab.lab.report.plot.Chart;
import dev.twinlab.lab.report.plot.Side;
import java.util.List;

/** The sections of the page. */
final class HtmlFigures implements FigureWriter {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Html html;
    private final ReportModel model;

    HtmlFigures(Html html, ReportModel model) {
        this.html = html;
        this.model = model;
    }

    @Override
    public FigureWriter open(String id, String heading, String explanation) {
        html.raw("<section id=\"" + id + "\">\n").element("h2", "", heading).element("p", "lead", explanation);
        return this;
    }

    @Override
    public FigureWriter openPanels() {
        html.open("div", "panels");
        return this;
    }

    @Override
    public FigureWriter closePanels() {
        html.close("div");
        return this;
    }

    @Override
    public void close() {
        html.raw("</section>\n");
    }

    @Override
    public FigureWriter absent(String sentence) {
        html.element("p", "note", sentence);
        return this;
    }

    @Override
    public FigureWriter notes(List<String> words) {
        html.open("p", "legend");
        words.forEach(it -> html.element("span", "phasekey", it));
        html.close("p");
        return this;
    }

    @Override
    public FigureWriter legend(String note) {
        html.open("p", "legend");
        html.raw("<span class=\"key h\">").text(model.nameOf(Side.HELIDON)).raw("</span> ");
        html.raw("<span class=\"key m\">").text(model.nameOf(Side.MICRONAUT)).raw("</span> ");
        if (!note.isEmpty()) {
            html.element("span", "note", note);
        }
        html.close("p");
        return this;
    }

    @Override
    public FigureWriter table(String caption, TextTable table) {
        html.folded(caption, table);
        return this;
    }

    @Override
    public FigureWriter longTable(String caption, TextTable table) {
        return table(caption, table);
    }

    @Override
    public FigureWriter readings() {
        html.raw(
                "<p class=\"legend\"><span class=\"key h\">Helidon better</span> <span class=\"key m\">Micronaut better"
                        + "</span> <span class=\"key eq\">equivalent</span> <span class=\"key open\">inconclusive</span></p>\n");
        return this;
    }

    @Override
    public FigureWriter chart(String id, String heading, Chart chart, String description) {
        html.raw("<figure class=\"chart\" data-marks=\"" + chart.marks() + "\">")
                .raw("<figcaption id=\"" + id + "-t\">")
                .text(heading)
                .raw("</figcaption><div class=\"canvas\" id=\"" + id + "\" role=\"img\" aria-labelledby=\"" + id
                        + "-t\" aria-describedby=\"" + id + "-d\"></div><p class=\"spoken\" id=\"" + id + "-d\">")
                .text(description)
                .raw("</p><script type=\"application/json\">" + json(chart) + "</script></figure>\n");
        return this;
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
