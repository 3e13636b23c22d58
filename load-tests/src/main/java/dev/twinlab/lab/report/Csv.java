package dev.twinlab.lab.report;

import java.util.List;
import java.util.stream.Collectors;

/** Rows for a spreadsheet, as RFC 4180 quotes them; lines end as in every other file of a campaign. */
final class Csv {
    private final StringBuilder out = new StringBuilder();

    void row(List<String> cells) {
        out.append(cells.stream().map(Csv::quoted).collect(Collectors.joining(",")))
                .append('\n');
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** A number with every digit that was recorded and a point, whatever the reader's locale; empty without one. */
    static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    private static String quoted(String cell) {
        String safe = isFormula(cell) ? "'" + cell : cell;
        return safe.chars().anyMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    /** A spreadsheet would run what begins like this; a negative number is none. */
    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+@\t".indexOf(cell.charAt(0)) >= 0
                || cell.startsWith("-") && !cell.matches("-[0-9.Ee-]+");
    }
}
