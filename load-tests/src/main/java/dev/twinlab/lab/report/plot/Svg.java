package dev.twinlab.lab.report.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes one SVG picture with a title and a description for those who do not see it. */
final class Svg {
    private final StringBuilder out = new StringBuilder();

    /**
     * Opens a picture that scales with its container.
     *
     * @param id unique on the page
     */
    Svg(String id, double width, double height, String title, String description) {
        out.append("<svg class=\"plot\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-t ")
                .append(id)
                .append("-d\"><title id=\"")
                .append(id)
                .append("-t\">")
                .append(escape(title))
                .append("</title><desc id=\"")
                .append(id)
                .append("-d\">")
                .append(escape(description))
                .append("</desc>\n");
    }

    void line(double x1, double y1, double x2, double y2, String style) {
        out.append("<path class=\"")
                .append(style)
                .append("\" d=\"M")
                .append(number(x1))
                .append(' ')
                .append(number(y1))
                .append('L')
                .append(number(x2))
                .append(' ')
                .append(number(y2))
                .append("\"/>\n");
    }

    void rect(double x, double y, double width, double height, String style) {
        out.append("<rect class=\"")
                .append(style)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"")
                .append(number(Math.max(0, width)))
                .append("\" height=\"")
                .append(number(Math.max(0, height)))
                .append("\"/>\n");
    }

    void text(double x, double y, String style, String text) {
        out.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\">")
                .append(escape(text))
                .append("</text>\n");
    }

    /** A line through points, in their order. */
    void polyline(double[] x, double[] y, String style, String tooltip) {
        if (x.length == 0) {
            return;
        }
        out.append("<path class=\"").append(style).append("\" d=\"M");
        for (int i = 0; i < x.length; i++) {
            out.append(i == 0 ? "" : "L").append(number(x[i])).append(' ').append(number(y[i]));
        }
        out.append("\">").append(title(tooltip)).append("</path>\n");
    }

    void mark(Mark mark, double x, double y, double radius, String style, String tooltip) {
        out.append("<path class=\"mark ")
                .append(style)
                .append("\" d=\"")
                .append(mark.path(x, y, radius))
                .append("\">")
                .append(title(tooltip))
                .append("</path>\n");
    }

    String finish() {
        return out.append("</svg>\n").toString();
    }

    /** A coordinate: a tenth of a pixel is finer than anyone sees. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String title(String tooltip) {
        return tooltip.isEmpty() ? "" : "<title>" + escape(tooltip) + "</title>";
    }
}
