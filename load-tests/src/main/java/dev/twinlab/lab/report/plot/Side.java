package dev.twinlab.lab.report.plot;

import com.fasterxml.jackson.annotation.JsonValue;

/** One of the two services in a chart; {@code report.js} gives each a colour, and a mark that does without colour. */
public enum Side {
    HELIDON("h"),
    MICRONAUT("m");

    private final String style;

    Side(String style) {
        this.style = style;
    }

    /** Its style class. */
    @JsonValue
    public String style() {
        return style;
    }
}
