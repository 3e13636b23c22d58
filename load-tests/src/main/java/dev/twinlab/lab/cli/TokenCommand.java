package dev.twinlab.lab.cli;

import dev.twinlab.contract.security.Scopes;
import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.tool.TokenMint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        description = "Prints a bearer token that both services accept, signed with their JWT_SECRET.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int SUBJECT_MAX = 255;

    @Option(
            names = "--subject",
            defaultValue = "someone",
            description = "Whose it is, 1..255 characters; default ${DEFAULT-VALUE}.")
    private String subject = "";

    @Option(
            names = "--scope",
            defaultValue = Scopes.ORDERS_WRITE,
            description = "Scopes with spaces between; default ${DEFAULT-VALUE}.")
    private String scope = "";

    @Option(
            names = "--ttl",
            defaultValue = "1h",
            description = "How long it holds: 90s, 15m, 1h, 7d; at most 30d; default ${DEFAULT-VALUE}.")
    private String timeToLive = "";

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "Holds the secret; else the variable JWT_SECRET.")
    private @Nullable Path secretFile;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (subject.isEmpty() || subject.length() > SUBJECT_MAX) {
            throw new LabFailure(
                    "The subject has %d characters, and 1 to %d are allowed.".formatted(subject.length(), SUBJECT_MAX));
        }
        var mint = new TokenMint(Secrets.read(secretFile, System.getenv()));
        spec.commandLine().getOut().println(mint.token(subject, scope, duration(timeToLive)));
        return ExitCodes.OK;
    }

    static Duration duration(String text) {
        try {
            String upper = text.toUpperCase(Locale.ROOT);
            Duration duration = Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
            if (duration.isPositive() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new LabFailure("The time to live '%s' is not a time such as 90s, 15m, 1h or 7d.".formatted(text), e);
        }
        throw new LabFailure("The time to live '%s' is not between 1s and 30d.".formatted(text));
    }
}
