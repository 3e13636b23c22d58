package dev.twinlab.contract.settings;

import java.util.List;

/**
 * One setting of a service.
 *
 * @param name of the environment variable
 * @param rule what it may be
 * @param standard what it is when it is not set; empty where it has no default
 * @param required whether the service cannot start without it
 * @param meaning for people, one sentence
 */
public record Setting(String name, Rule rule, String standard, boolean required, String meaning) {

    /** What a value may be. */
    public sealed interface Rule {
        /** What is right, as it follows "it must be". */
        String right();

        /** Any text. */
        record Text(String right) implements Rule {}

        /** A JDBC URL of PostgreSQL. */
        record JdbcUrl() implements Rule {
            @Override
            public String right() {
                return "a JDBC URL of PostgreSQL, such as jdbc:postgresql://localhost:5432/twinlab";
            }
        }

        /** A whole number within bounds. */
        record Whole(int least, int most, String unit) implements Rule {
            @Override
            public String right() {
                return "a whole number from " + least + " to " + most;
            }
        }

        /** One of a few words. */
        record Choice(List<String> words) implements Rule {
            public Choice {
                words = List.copyOf(words);
            }

            @Override
            public String right() {
                return "one of " + String.join(", ", words);
            }
        }

        /** A secret, which may also come from the file that {@code NAME_FILE} names. */
        record Secret(int leastBytes) implements Rule {
            @Override
            public String right() {
                return leastBytes == 0 ? "a text" : "a text of at least " + leastBytes + " bytes";
            }
        }
    }

    /** Whether its value is never shown. */
    public boolean secret() {
        return rule instanceof Rule.Secret;
    }
}
