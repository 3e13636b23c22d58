package dev.twinlab.lab.report;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes HTML: every text is escaped here and nowhere else. */
final class Html {
    private final StringBuilder out = new StringBuilder();
    private final Set<String> runs;

    /**
     * Begins with nothing.
     *
     * @param runs ids that become links to the run's file wherever a cell is one
     */
    Html(Set<String> runs) {
        this.runs = runs;
    }

    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** One element with text in it. */
    Html element(String tag, String style, String text) {
        return open(tag, style).text(text).close(tag);
    }

    Html open(String tag, String style) {
        out.append('<').append(tag);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    Html list(List<String> items) {
        if (items.isEmpty()) {
            return this;
        }
        open("ul", "");
        items.forEach(it -> element("li", "", it));
        return close("ul");
    }

    Html facts(Map<String, String> facts) {
        open("dl", "facts");
        facts.forEach((name, value) ->
                raw("<div>").element("dt", "", name).element("dd", "", value).raw("</div>"));
        return close("dl");
    }

    /** A table in a box of its own that scrolls where the page is too narrow. */
    Html table(String caption, TextTable table) {
        return table(caption, "<caption>" + escape(caption) + "</caption>", table, false);
    }

    /** A table whose rows become cards where the page is too narrow, so that no column is out of sight. */
    Html cards(String caption, TextTable table) {
        return table(caption, "<caption>" + escape(caption) + "</caption>", table, true);
    }

    /** The same behind a line that opens it, and that says what a caption would. */
    Html folded(String caption, TextTable table) {
        open("details", "").element("summary", "", caption);
        return table(caption, "", table, false).close("details");
    }

    Html link(String target, String text) {
        return raw("<a href=\"" + escape(target) + "\">").text(text).raw("</a>");
    }

    /** Cards are laid out with other displays than a table's, which takes its meaning away unless the roles are told. */
    private Html table(String name, String caption, TextTable table, boolean asCards) {
        out.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(escape(name))
                .append("\"><table")
                .append(asCards ? " class=\"cards\" role=\"table\"" : "")
                .append('>')
                .append(caption)
                .append(asCards ? "<thead role=\"rowgroup\"><tr role=\"row\">" : "<thead><tr>");
        for (int column = 0; column < table.headings().size(); column++) {
            String tag = asCards ? "th scope=\"col\" role=\"columnheader\"" : "th scope=\"col\"";
            cell(tag, table.isRight(column), "", table.headings().get(column));
        }
        out.append(asCards ? "</tr></thead><tbody role=\"rowgroup\">\n" : "</tr></thead><tbody>\n");
        for (List<String> row : table.rows()) {
            out.append(asCards ? "<tr role=\"row\">" : "<tr>");
            for (int column = 0; column < row.size(); column++) {
                String tag = column == 0 ? "th scope=\"row\"" : "td";
                if (asCards) {
                    tag += column == 0
                            ? " role=\"rowheader\""
                            : " role=\"cell\" data-label=\""
                                    + escape(table.headings().get(column)) + "\"";
                }
                cell(tag, table.isRight(column), reading(row.get(column)), row.get(column));
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n");
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** Escapes, and keeps a number and its per cent sign on one line. */
    static String escape(String text) {
        return text.replace(" %", "\u00a0%")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A cell; the id of a run leads to its file. */
    private void cell(String tag, boolean right, String reading, String text) {
        String style = (right ? "num " : "") + reading;
        out.append('<').append(tag);
        if (!style.isBlank()) {
            out.append(" class=\"").append(style.strip()).append('"');
        }
        String shown = escape(text);
        out.append('>')
                .append(
                        runs.contains(text)
                                ? "<a href=\"" + escape(ReportModel.fileOf(text)) + "\">" + shown + "</a>"
                                : shown)
                .append("</")
                .append(tag, 0, tag.indexOf(' ') < 0 ? tag.length() : tag.indexOf(' '))
                .append('>');
    }

    /** The style of a cell that says who is ahead. */
    private static String reading(String text) {
        if (text.equals("Helidon better") || text.equals("Helidon lower")) {
            return "says h";
        }
        if (text.equals("Micronaut better") || text.equals("Micronaut lower")) {
            return "says m";
        }
        if (text.equals("equivalent")) {
            return "says eq";
        }
        return text.startsWith("inconclusive") ? "says open" : "";
    }
}
