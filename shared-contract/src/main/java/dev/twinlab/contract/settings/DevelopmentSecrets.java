package dev.twinlab.contract.settings;

import java.util.List;
import java.util.Locale;

/** Tells secrets that were made to try something out from those that protect something. */
final class DevelopmentSecrets {
    private static final List<String> WORDS = List.of(
            "development",
            "example",
            "changeme",
            "change-me",
            "change_me",
            "insecure",
            "for-tests",
            "not-for-production");
    private static final int DIFFERENT_LEAST = 6;

    private DevelopmentSecrets() {}

    /** Whether {@code secret} says itself that it is one, or has next to no different characters. */
    static boolean isOne(String secret) {
        if (secret.isEmpty()) {
            return false;
        }
        String lower = secret.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(lower::contains)
                || secret.chars().distinct().count() < DIFFERENT_LEAST;
    }
}
