package dev.twinlab.lab.cli;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.record.CampaignReporter;
import dev.twinlab.lab.report.Reports;
import dev.twinlab.lab.run.Conformance;
import dev.twinlab.lab.run.ContractSuite;
import dev.twinlab.migrations.MigrationException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of the lab; the script {@code lab} starts it. */
@Command(
        name = "lab",
        description = "Measures two services that do the same, and says which one wins, and how sure it is.",
        footer = {
            "",
            "Exit codes of bench and report: 0 decided, 10 no winner, 20 inconclusive, 30 invalid; of all: 1 error, 2 usage."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    static CommandLine commandLine(Conformance conformance, CampaignReporter reporter) {
        return new CommandLine(new Main())
                .addSubcommand(new BenchCommand(conformance, reporter))
                .addSubcommand(new ReportCommand(reporter))
                .addSubcommand(new CompareCommand())
                .addSubcommand(new HistoryCommand())
                .addSubcommand(new ConformCommand(conformance))
                .addSubcommand(new TokenCommand())
                .addSubcommand(new DoctorCommand())
                .addSubcommand(new SoakCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    PrintWriter err = command.getErr();
                    switch (e) {
                        case LabFailure sentence -> err.println(sentence.getMessage());
                        case MigrationException sentence -> err.println(sentence.getMessage());
                        case UncheckedIOException sentence -> err.println(sentence.getMessage() + ".");
                        case InterruptedException stopped -> err.println("Stopped on request.");
                        default -> e.printStackTrace(err);
                    }
                    err.flush();
                    return ExitCodes.ERROR;
                });
    }

    public static void main(String[] arguments) {
        CommandLine line = commandLine(new ContractSuite(), Reports::report)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(line.execute(arguments));
    }
}
