package dev.twinlab.contract.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code .env}, for development: lines {@code NAME=value}, empty ones, and comments after {@code #}. A value may stand in
 * quotes of either kind; nothing in it is replaced.
 *
 * @param values by name
 * @param problems lines that are none of these, each by its number: a line may hold a secret
 */
record DotEnv(Map<String, String> values, List<String> problems) {
    private static final String FILE = ".env";
    private static final String DEVELOPMENT = "development";
    private static final Pattern LINE = Pattern.compile("\\s*(?:export\\s+)?([A-Z][A-Z0-9_]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
    private static final Pattern COMMENT = Pattern.compile("\\s+#.*$");

    DotEnv {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    /** Nothing outside development, or where there is no such file. */
    static DotEnv read(Map<String, String> environment, Path folder) {
        Path file = folder.resolve(FILE);
        String where = environment.getOrDefault("ENVIRONMENT", "");
        if (!(where.isBlank() || where.equals(DEVELOPMENT)) || !Files.isRegularFile(file)) {
            return new DotEnv(Map.of(), List.of());
        }
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            return new DotEnv(
                    Map.of(), List.of(FILE + " cannot be read; it must be a text file in UTF-8, or not there"));
        }
    }

    static DotEnv parse(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                problems.add("line " + (i + 1) + " of " + FILE + " is not NAME=value, a comment after # or empty");
                continue;
            }
            String value = parts.group(2);
            Matcher quoted = QUOTED.matcher(value);
            if (quoted.matches()) {
                value = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
            } else if (value.startsWith("\"") || value.startsWith("'")) {
                problems.add("line " + (i + 1) + " of " + FILE + " gives " + parts.group(1)
                        + " a quote that is not closed at the end of the line");
                continue;
            } else {
                value = COMMENT.matcher(value).replaceFirst("");
            }
            values.put(parts.group(1), value);
        }
        return new DotEnv(values, problems);
    }

    /** The process's own environment wins. */
    Map<String, String> over(Map<String, String> environment) {
        Map<String, String> both = new HashMap<>(values);
        both.putAll(environment);
        return both;
    }
}
