package dev.twinlab.contract.settings;

import dev.twinlab.contract.settings.Setting.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The table of all settings, {@code docs/settings.md}. */
public final class SettingsDocument {
    private SettingsDocument() {}

    /** Writes the document to the path that is the one argument. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), text());
    }

    /** The whole document. */
    static String text() {
        var out = new StringBuilder("""
                # Settings

                Both services take the same environment variables. A start with bad settings tells every problem at once, shows no secret, and ends
                with exit code 78. A secret may also come from a file: `NAME_FILE` is its path, as Docker and Kubernetes mount it; one line end after
                it does not count. In development, lines `NAME=value` of a file `.env` in the working folder are read too; the environment wins
                (`.env.example` is a start). With `ENVIRONMENT=production`, secrets that say of themselves that they are examples are refused.

                This file is made from the contract: `java -cp shared-contract/target/classes dev.twinlab.contract.settings.SettingsDocument docs/settings.md`.

                | Name | Type | Range | Default | Meaning |
                | --- | --- | --- | --- | --- |
                """);
        for (Setting setting : SettingCatalogue.ALL) {
            out.append("| `").append(setting.name()).append(setting.secret() ? "`, `" + setting.name() + "_FILE" : "");
            out.append("` | ")
                    .append(type(setting.rule()))
                    .append(" | ")
                    .append(range(setting.rule()))
                    .append(" | ");
            out.append(standard(setting))
                    .append(" | ")
                    .append(setting.meaning())
                    .append(" |\n");
        }
        return out.toString();
    }

    private static String type(Rule rule) {
        return switch (rule) {
            case Rule.Text text -> "text";
            case Rule.JdbcUrl url -> "JDBC URL";
            case Rule.Whole whole -> "whole number" + (whole.unit().isEmpty() ? "" : ", " + whole.unit());
            case Rule.Choice choice -> "word";
            case Rule.Secret secret -> "secret";
        };
    }

    private static String range(Rule rule) {
        return switch (rule) {
            case Rule.Text text -> "";
            case Rule.JdbcUrl url -> "`jdbc:postgresql:…`";
            case Rule.Whole whole -> whole.least() + " to " + whole.most();
            case Rule.Choice choice -> "`" + String.join("`, `", choice.words()) + "`";
            case Rule.Secret secret -> secret.leastBytes() == 0 ? "" : secret.leastBytes() + " bytes or more";
        };
    }

    private static String standard(Setting setting) {
        if (setting.required()) {
            return "required";
        }
        return setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`";
    }
}
