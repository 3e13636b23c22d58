package dev.twinlab.micronaut.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads environment variables and gathers what is wrong with them, so that one bad start tells all of it.
 *
 * <p>After a problem a reader's methods still return a usable value: the caller goes on, and {@link #problems()} decides.
 */
final class SettingsReader {
    private static final String FILE_SUFFIX = "_FILE";

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What is wrong, one sentence each, in the order of reading. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    String text(String name, String fallback) {
        return value(name).orElse(fallback);
    }

    /** A value that must be there; empty after a problem. */
    String required(String name, String whatIsRight) {
        return value(name).orElseGet(() -> {
            problem(name + " is not set; it must be " + whatIsRight + ".");
            return "";
        });
    }

    int integer(String name, int min, int max, int fallback) {
        String text = value(name).orElse(null);
        if (text == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the one message for both.
        }
        problem(name + " is '" + text + "'; it must be a whole number from " + min + " to " + max + ".");
        return fallback;
    }

    boolean flag(String name, boolean fallback) {
        return Boolean.parseBoolean(oneOf(name, Set.of("true", "false"), "true or false", Boolean.toString(fallback)));
    }

    String oneOf(String name, Set<String> allowed, String whatIsRight, String fallback) {
        String text = value(name).orElse(fallback);
        if (!allowed.contains(text)) {
            problem(name + " is '" + text + "'; it must be " + whatIsRight + ".");
            return fallback;
        }
        return text;
    }

    /**
     * A secret, from {@code name} or from the file that {@code name_FILE} points to; one line end after it does not count.
     * Its value is in no message.
     */
    Optional<String> secret(String name) {
        String direct = environment.get(name);
        String file = value(name + FILE_SUFFIX).orElse(null);
        if (file == null) {
            return Optional.ofNullable(direct);
        }
        if (direct != null) {
            problem(name + " and " + name + FILE_SUFFIX + " are both set; only one of them may be.");
            return Optional.of(direct);
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).replaceFirst("\\R\\z", ""));
        } catch (IOException | InvalidPathException e) {
            problem(name + FILE_SUFFIX + " is '" + file + "', which cannot be read (" + e
                    + "); it must be the path of a" + " readable text file.");
            return Optional.empty();
        }
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(it -> !it.isEmpty());
    }
}
