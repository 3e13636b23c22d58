package dev.twinlab.lab.report;

import dev.twinlab.lab.report.plot.Chart;
import dev.twinlab.lab.report.plot.Side;
import java.util.List;

/** Sections of charts, each with one explaining sentence above and a table of its numbers below. */
interface FigureWriter {
    /** Begins a section; its id is unique in the page. */
    FigureWriter open(String id, String heading, String explanation);

    /** Begins charts that stand beside each other where there is room. */
    FigureWriter openPanels();

    FigureWriter closePanels();

    /** Ends a section. */
    void close();

    /** Why a chart that a reader may look for is not there. */
    FigureWriter absent(String sentence);

    /** Words that a chart's numbers stand for. */
    FigureWriter notes(List<String> words);

    /** Who has which mark, and what else a mark may mean. */
    FigureWriter legend(String note);

    /** Which state has which mark. */
    FigureWriter readings();

    /** The numbers of the charts above. */
    FigureWriter table(String caption, TextTable table);

    /** The same with a row for every run: too long for where {@code runs.csv} serves as well. */
    FigureWriter longTable(String caption, TextTable table);

    /**
     * One chart.
     *
     * @param id unique in the page
     * @param description what a screen reader says of it
     */
    FigureWriter chart(String id, String heading, Chart chart, String description);

    static String name(Side side) {
        return side == Side.HELIDON ? "Helidon" : "Micronaut";
    }

    /** The name of a cell or of a phase, for people. */
    static String words(String cell) {
        return cell.equals("warmup") ? "warm-up" : cell.contains("@") ? cell.replace("@", " at ") + "/s" : cell;
    }
}
