package dev.twinlab.lab.cli;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.lab.LabFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JWT secret for commands that talk to a service that somebody else has started. */
final class Secrets {
    private Secrets() {}

    /** From {@code file}, else from the variable {@code JWT_SECRET}. */
    static String read(@Nullable Path file, Map<String, String> environment) {
        if (file != null) {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new LabFailure("The secret's file '%s' cannot be read: %s.".formatted(file, e.getMessage()), e);
            }
        }
        String secret = environment.get(SettingNames.JWT_SECRET);
        if (secret == null || secret.isEmpty()) {
            throw new LabFailure("The service's JWT secret is needed: set %s, or name its file with --secret-file."
                    .formatted(SettingNames.JWT_SECRET));
        }
        return secret;
    }
}
