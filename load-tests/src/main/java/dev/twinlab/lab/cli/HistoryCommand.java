package dev.twinlab.lab.cli;

import dev.twinlab.lab.compare.Comparisons;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "history",
        description = "Lists the recorded campaigns of a folder, oldest first, with the ratios that decided.",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "The folder with the campaigns; default results/.")
    private @Nullable Path folder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Comparisons.history(
                folder == null ? Project.find().results() : folder,
                spec.commandLine().getOut());
        return ExitCodes.OK;
    }
}
