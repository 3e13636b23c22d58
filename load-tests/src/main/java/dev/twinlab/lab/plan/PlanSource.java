package dev.twinlab.lab.plan;

import dev.twinlab.lab.LabFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of a plan or of a policy, built in or from a file.
 *
 * @param source its name or path, for messages
 * @param yaml the text, whole
 */
public record PlanSource(String source, String yaml) {
    private static final List<String> PLANS = List.of("quick", "standard", "tiny");
    private static final String DEFAULT_POLICY = "balanced";

    /** A built-in plan by name, else a file. */
    public static PlanSource plan(String nameOrFile) {
        if (PLANS.contains(nameOrFile)) {
            return builtIn("plans", nameOrFile);
        }
        return file(nameOrFile, "There is no plan '%s': give one of " + String.join(", ", PLANS) + ", or a file.");
    }

    /** The built-in policy by name, else a file. */
    public static PlanSource policy(String nameOrFile) {
        if (DEFAULT_POLICY.equals(nameOrFile)) {
            return builtIn("policies", nameOrFile);
        }
        return file(nameOrFile, "There is no policy '%s': give " + DEFAULT_POLICY + ", or a file.");
    }

    private static PlanSource builtIn(String folder, String name) {
        String resource = "/dev/twinlab/lab/" + folder + "/" + name + ".yaml";
        try (InputStream in = PlanSource.class.getResourceAsStream(resource)) {
            return new PlanSource(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new LabFailure("The built-in " + resource + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static PlanSource file(String name, String none) {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new LabFailure(none.formatted(name));
        }
        try {
            return new PlanSource(name, Files.readString(file));
        } catch (IOException e) {
            throw new LabFailure("The file '%s' cannot be read as UTF-8 text: %s.".formatted(name, e.getMessage()), e);
        }
    }
}
