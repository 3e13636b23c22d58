package dev.twinlab.lab.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cells under headings, laid out for a terminal or for Markdown. */
public final class TextTable {
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> right = new HashSet<>();

    public TextTable(String... headings) {
        this.headings = List.of(headings);
    }

    /** Aligns the numbers of these columns, from 0, to the right. */
    public void alignRight(int... columns) {
        for (int column : columns) {
            right.add(column);
        }
    }

    /** Adds a row; it has as many cells as there are headings. */
    public void add(String... cells) {
        rows.add(List.of(cells));
    }

    List<String> headings() {
        return headings;
    }

    public List<List<String>> rows() {
        return rows;
    }

    boolean isRight(int column) {
        return right.contains(column);
    }

    /** Columns of spaces, two between them, nothing behind the last. */
    public String aligned() {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = headings.get(column).length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder out = new StringBuilder();
        line(out, headings, widths);
        rows.forEach(it -> line(out, it, widths));
        return out.toString();
    }

    /** A table of Markdown. */
    public String markdown() {
        StringBuilder out = new StringBuilder();
        markdownLine(out, headings);
        out.append('|');
        for (int column = 0; column < headings.size(); column++) {
            out.append(isRight(column) ? " ---: |" : " --- |");
        }
        out.append('\n');
        rows.forEach(it -> markdownLine(out, it));
        return out.toString();
    }

    private void line(StringBuilder out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String pad = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : "  ").append(isRight(column) ? pad + cell : cell + pad);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static void markdownLine(StringBuilder out, List<String> cells) {
        out.append('|');
        for (String cell : cells) {
            out.append(' ').append(Markdown.cell(cell)).append(" |");
        }
        out.append('\n');
    }
}
