package dev.twinlab.lab.report;

import dev.twinlab.lab.report.plot.Chart;
import java.util.List;

/** The tables of the charts, without the charts. */
final class MarkdownFigures implements FigureWriter {
    private final StringBuilder out;

    MarkdownFigures(StringBuilder out) {
        this.out = out;
    }

    @Override
    public FigureWriter open(String id, String heading, String explanation) {
        out.append("### ").append(Markdown.text(heading)).append("\n\n");
        return this;
    }

    @Override
    public FigureWriter openPanels() {
        return this;
    }

    @Override
    public FigureWriter closePanels() {
        return this;
    }

    @Override
    public void close() {
        // A section ends where the next begins.
    }

    @Override
    public FigureWriter absent(String sentence) {
        out.append(Markdown.text(sentence)).append("\n\n");
        return this;
    }

    @Override
    public FigureWriter notes(List<String> words) {
        return this;
    }

    @Override
    public FigureWriter legend(String note) {
        return this;
    }

    @Override
    public FigureWriter readings() {
        return this;
    }

    @Override
    public FigureWriter table(String caption, TextTable table) {
        if (!table.rows().isEmpty()) {
            out.append(Markdown.text(caption))
                    .append(":\n\n")
                    .append(table.markdown())
                    .append('\n');
        }
        return this;
    }

    @Override
    public FigureWriter longTable(String caption, TextTable table) {
        if (!table.rows().isEmpty()) {
            out.append(Markdown.text(caption)).append(": [runs.csv](runs.csv).\n\n");
        }
        return this;
    }

    @Override
    public FigureWriter chart(String id, String heading, Chart chart, String description) {
        return this;
    }
}
