package dev.twinlab.lab.twins;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Prometheus text, without its values.
 *
 * @param types of each family, by its name
 * @param help of each family, by its name
 * @param series each as {@code name{label="value",…}} with its labels sorted
 */
record Scrape(Map<String, String> types, Map<String, String> help, Set<String> series) {
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+.*");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    static Scrape parse(String text) {
        Map<String, String> types = new TreeMap<>();
        Map<String, String> help = new TreeMap<>();
        Set<String> series = new TreeSet<>();
        text.lines().forEach(line -> {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# TYPE ")) {
                types.put(words[2], words[3]);
            } else if (line.startsWith("# HELP ")) {
                help.put(words[2], words.length > 3 ? words[3].strip() : "");
            } else if (!line.isBlank() && !line.startsWith("#")) {
                series.add(sorted(line));
            }
        });
        return new Scrape(types, help, series);
    }

    private static String sorted(String line) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new AssertionError("'" + line + "' is no sample");
        }
        var labels = new TreeMap<String, String>();
        if (sample.group(2) != null) {
            Matcher label = LABEL.matcher(sample.group(2));
            while (label.find()) {
                labels.put(label.group(1), bound(label.group(1), label.group(2)));
            }
        }
        return sample.group(1) + labels;
    }

    /** Two clients write 1.0 and 1 for the same bound. */
    private static String bound(String label, String value) {
        return label.equals("le") && !value.equals("+Inf") ? Double.toString(Double.parseDouble(value)) : value;
    }
}
