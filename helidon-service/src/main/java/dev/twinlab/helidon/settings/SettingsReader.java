package dev.twinlab.helidon.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads settings from the environment and gathers every problem, so that one start tells all of them. */
public final class SettingsReader {
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    public SettingsReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** One line for each problem, in the order of reading; empty when every setting is good. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    String required(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            problems.add(name + " is not set; it is required");
        }
        return value;
    }

    String text(String name, String defaultValue) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? defaultValue : value;
    }

    int integer(String name, int defaultValue, int min, int max) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            return defaultValue;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below, with the range
        }
        problems.add(name + " is '" + value + "'; it must be a whole number between " + min + " and " + max);
        return defaultValue;
    }

    boolean flag(String name) {
        return choice(name, "false", Set.of("true", "false")).equals("true");
    }

    String choice(String name, String defaultValue, Set<String> allowed) {
        String value = text(name, defaultValue);
        if (!allowed.contains(value)) {
            problems.add(name + " is '" + value + "'; it must be one of "
                    + String.join(", ", allowed.stream().sorted().toList()));
            return defaultValue;
        }
        return value;
    }

    /** A secret, from the variable itself or from the file that {@code NAME_FILE} names; its value is never in a problem. */
    String secret(String name, int minBytes, boolean required) {
        String direct = environment.getOrDefault(name, "");
        String file = environment.getOrDefault(name + "_FILE", "");
        String value = direct;
        if (!file.isBlank()) {
            if (!direct.isBlank()) {
                problems.add(name + " and " + name + "_FILE are both set; set one of them");
                return direct;
            }
            try {
                // Editors end a file with a line end; blanks may be part of the secret.
                value = Files.readString(Path.of(file)).replaceFirst("\\R\\z", "");
            } catch (IOException | InvalidPathException e) {
                problems.add(name + "_FILE is '" + file + "'; it must be a file that can be read");
                return "";
            }
        }
        if (value.isEmpty() && required) {
            problems.add(name + " is not set; it is required (or " + name + "_FILE)");
        } else if (!value.isEmpty() && value.getBytes(StandardCharsets.UTF_8).length < minBytes) {
            problems.add(name + " is '***' (" + value.length() + " characters); it must have at least " + minBytes
                    + " bytes");
        }
        return value;
    }

    void problem(String text) {
        problems.add(text);
    }
}
