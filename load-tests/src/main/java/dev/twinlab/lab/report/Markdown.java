package dev.twinlab.lab.report;

/** Escapes what Markdown would take for its own. */
final class Markdown {
    private Markdown() {}

    static String cell(String text) {
        return text(text).replace("|", "\\|");
    }

    static String text(String text) {
        return text.replace("\\", "\\\\")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("`", "\\`")
                .replace("<", "&lt;")
                .replace("~", "\\~")
                .replaceAll("\\s*[\r\n]+\\s*", " ");
    }
}
