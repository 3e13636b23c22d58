package dev.twinlab.lab.report.plot;

/** A cautious estimate of how wide a text is, where no font can be asked. */
final class TextWidth {
    private static final String NARROW = " .,:;'|!ijltfr()[]/·";
    private static final String WIDE = "mwMW@%—×";

    private TextWidth() {}

    /** Width at a font size, both in pixels. */
    static double of(String text, double fontSize) {
        double em = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (NARROW.indexOf(c) >= 0) {
                em += 0.34;
            } else if (WIDE.indexOf(c) >= 0) {
                em += 0.92;
            } else if (Character.isUpperCase(c)) {
                em += 0.7;
            } else {
                em += 0.58;
            }
        }
        return em * fontSize;
    }
}
