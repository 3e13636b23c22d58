package dev.twinlab.lab.cli;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.run.Conformance;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "conform",
        description = "Holds any URL against the contract. It places orders there: not for a shop with customers.",
        mixinStandardHelpOptions = true)
final class ConformCommand implements Callable<Integer> {
    private final Conformance conformance;

    @Parameters(paramLabel = "URL", description = "Of the API, such as http://localhost:8080.")
    private String api = "";

    @Option(
            names = "--management",
            paramLabel = "URL",
            description =
                    "Of the management port, such as http://localhost:8081; without it, only the API is looked at.")
    private @Nullable String management;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "Holds the JWT secret; else the variable JWT_SECRET.")
    private @Nullable Path secretFile;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ConformCommand(Conformance conformance) {
        this.conformance = conformance;
    }

    @Override
    public Integer call() throws InterruptedException {
        URI url = url(api);
        Optional<URI> managementUrl = Optional.ofNullable(management).map(ConformCommand::url);
        String secret = Secrets.read(secretFile, System.getenv());
        Conformance.Result result = conformance.check(url, managementUrl, secret);
        PrintWriter out = spec.commandLine().getOut();
        out.print(result.details());
        out.flush();
        return result.passed() ? ExitCodes.OK : ExitCodes.ERROR;
    }

    static URI url(String text) {
        try {
            URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (url.getScheme() != null && url.getScheme().equals("http") && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new LabFailure("'%s' is not a URL such as http://localhost:8080.".formatted(text), e);
        }
        throw new LabFailure("'%s' is not a URL such as http://localhost:8080.".formatted(text));
    }
}
