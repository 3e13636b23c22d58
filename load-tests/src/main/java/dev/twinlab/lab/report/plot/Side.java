package dev.twinlab.lab.report.plot;

/** One of the two services in a plot: its colour by style class, and a mark that does without colour. */
public enum Side {
    HELIDON("h", Mark.CIRCLE),
    MICRONAUT("m", Mark.DIAMOND);

    private final String style;
    private final Mark mark;

    Side(String style, Mark mark) {
        this.style = style;
        this.mark = mark;
    }

    String style() {
        return style;
    }

    Mark mark() {
        return mark;
    }
}
