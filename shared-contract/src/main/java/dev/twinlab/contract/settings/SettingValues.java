package dev.twinlab.contract.settings;

import dev.twinlab.contract.settings.Setting.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The values of settings, checked against the catalogue. Every problem is gathered, so that one start tells all of them; the value
 * of a secret is in none.
 */
public final class SettingValues {
    private static final String FILE_SUFFIX = "_FILE";
    private static final long SECRET_FILE_MAX = 65_536;
    private static final String PRODUCTION = "production";

    private static final String HOST = "(\\[[0-9A-Fa-f:.]+\\]|[^\\[\\]/:,?]*)(:\\d{1,5})?";
    /** What the PostgreSQL driver takes: hosts with ports, a database, parameters; each may be missing. */
    private static final Pattern JDBC_URL =
            Pattern.compile("jdbc:postgresql:(//" + HOST + "(," + HOST + ")*/?)?[^/?]*(\\?.*)?");

    private final Map<String, String> environment;
    private final List<Problem> problems = new ArrayList<>();

    private record Problem(String setting, String text) {}

    /** @param environment names and values, as of the process; without {@code .env} */
    public SettingValues(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The values of a process: its environment and, in development, the file {@code .env} of its working folder.
     *
     * @param folder in which {@code .env} may lie
     */
    public static SettingValues of(Map<String, String> environment, Path folder) {
        DotEnv file = DotEnv.read(environment, folder);
        var values = new SettingValues(file.over(environment));
        file.problems()
                .forEach(it -> values.problems.add(
                        new Problem(SettingCatalogue.ALL.getFirst().name(), it)));
        return values;
    }

    /** One line for each problem, in the order of the catalogue; empty when every setting that was read is good. */
    public List<String> problems() {
        return problems.stream()
                .sorted(Comparator.comparingInt(it -> SettingCatalogue.position(it.setting())))
                .map(Problem::text)
                .toList();
    }

    /** Tells a problem that the catalogue does not know, such as two settings that do not fit. */
    public void problem(String setting, String text) {
        problems.add(new Problem(setting, text));
    }

    /** The value, or the default; empty after a problem with a required one. */
    public String text(String name) {
        Setting setting = SettingCatalogue.of(name);
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            if (setting.required()) {
                problem(name, name + " is not set; it must be " + setting.rule().right());
            }
            return setting.standard();
        }
        if (setting.rule() instanceof Rule.JdbcUrl && !JDBC_URL.matcher(value).matches()) {
            problem(
                    name,
                    name + " is '" + withoutParameters(value) + "'; it must be "
                            + setting.rule().right());
        }
        return value;
    }

    /** A word of its choice; the default after a problem. */
    public String choice(String name) {
        Setting setting = SettingCatalogue.of(name);
        var choice = (Rule.Choice) setting.rule();
        String value = text(name);
        if (choice.words().contains(value)) {
            return value;
        }
        wrong(setting, value);
        return setting.standard();
    }

    /** A choice of {@code true} and {@code false}. */
    public boolean flag(String name) {
        return choice(name).equals("true");
    }

    /** A number within its bounds; the default after a problem. */
    public int whole(String name) {
        Setting setting = SettingCatalogue.of(name);
        var bounds = (Rule.Whole) setting.rule();
        String value = text(name).strip();
        try {
            int number = Integer.parseInt(value);
            if (number >= bounds.least() && number <= bounds.most()) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, with the bounds.
        }
        wrong(setting, value);
        return Integer.parseInt(setting.standard());
    }

    /** A secret, from the variable itself or from the file that {@code NAME_FILE} names; empty where there is none. */
    public String secret(String name) {
        Setting setting = SettingCatalogue.of(name);
        var rule = (Rule.Secret) setting.rule();
        String direct = environment.getOrDefault(name, "");
        String file = environment.getOrDefault(name + FILE_SUFFIX, "");
        if (!file.isBlank() && !direct.isEmpty()) {
            problem(name, name + " and " + name + FILE_SUFFIX + " are both set; set one of them");
            return direct;
        }
        String value = direct;
        if (!file.isBlank()) {
            value = read(name, file);
            if (value.isEmpty()) {
                return "";
            }
        }
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (value.isEmpty() && setting.required()) {
            problem(
                    name,
                    name + " is not set; it must be " + rule.right() + " (or " + name + FILE_SUFFIX
                            + " the path of a file that holds it)");
        } else if (!value.isEmpty() && bytes < rule.leastBytes()) {
            problem(name, name + " is '***' of " + bytes + " bytes; it must be " + rule.right());
        } else if (environment.getOrDefault("ENVIRONMENT", "").equals(PRODUCTION) && DevelopmentSecrets.isOne(value)) {
            problem(
                    name,
                    name
                            + " is '***', a secret of development or an example; in production it must be a secret of its own");
        }
        return value;
    }

    private String read(String name, String file) {
        String variable = name + FILE_SUFFIX;
        try {
            Path path = Path.of(file);
            if (Files.size(path) > SECRET_FILE_MAX) {
                problem(
                        name,
                        variable + " is '" + file + "', a file of " + Files.size(path)
                                + " bytes; it must hold nothing but the secret");
                return "";
            }
            // Editors end a file with a line end; blanks may be part of the secret.
            String value = Files.readString(path).replaceFirst("\\R\\z", "");
            if (value.isEmpty()) {
                problem(name, variable + " is '" + file + "', an empty file; it must hold the secret");
            }
            return value;
        } catch (IOException | InvalidPathException e) {
            problem(name, variable + " is '" + file + "'; it must be the path of a text file that can be read");
            return "";
        }
    }

    private void wrong(Setting setting, String value) {
        problem(
                setting.name(),
                setting.name() + " is '" + value + "'; it must be "
                        + setting.rule().right());
    }

    /** A JDBC URL without its parameters, which may carry secrets: for messages. */
    public static String withoutParameters(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
