package dev.twinlab.lab.analyse;

import java.util.Locale;

/** Numbers and names as sentences use them, the same in every locale. */
public final class Wording {
    private Wording() {}

    /** A share as a percentage: {@code 5 %}, {@code 0.5 %}. */
    public static String share(double share) {
        double percent = share * 100;
        return percent == Math.rint(percent) || percent >= 10
                ? String.format(Locale.ROOT, "%.0f %%", percent)
                : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    /** A ratio as a signed change: {@code -31 %}, {@code +4.2 %}. */
    public static String change(double ratio) {
        double percent = (ratio - 1) * 100;
        String text = String.format(Locale.ROOT, Math.abs(percent) >= 9.95 ? "%+.0f %%" : "%+.1f %%", percent);
        return text.equals("-0.0 %") ? "+0.0 %" : text;
    }

    static String p(double p) {
        return p < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    /** A count and its noun. */
    public static String plural(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    /** A sentence as part of another. */
    public static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
