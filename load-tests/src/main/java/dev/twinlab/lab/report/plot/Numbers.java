package dev.twinlab.lab.report.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Numbers {
    private static final MathContext THREE = new MathContext(3);

    private Numbers() {}

    /** Three significant digits; from a thousand on whole, with commas. */
    public static String value(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (value == 0) {
            return "0";
        }
        if (Math.abs(value) >= 999.5) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return new BigDecimal(value).round(THREE).toPlainString();
    }

    /** A value and its unit. */
    public static String value(double value, String unit) {
        return unit.isEmpty() ? value(value) : value(value) + " " + unit;
    }

    /** A ratio: three decimals below ten, where a margin of a few per cent shows. */
    public static String ratio(double ratio) {
        if (!Double.isFinite(ratio)) {
            return "–";
        }
        return Math.abs(ratio) < 9.9995
                ? String.format(Locale.ROOT, "%.3f", ratio)
                : String.format(Locale.ROOT, "%,.1f", ratio);
    }

    /** A probability. */
    public static String p(double p) {
        return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
    }
}
