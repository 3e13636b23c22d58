package dev.twinlab.migrations;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "migrate", description = "Brings the schema to the newest version; does nothing when it is there.")
final class MigrateCommand implements Callable<Integer> {
    private final Main main;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    MigrateCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        return migrate(main, spec.commandLine().getOut());
    }

    static int migrate(Main main, PrintWriter out) {
        Settings settings = main.settings();
        var outcome =
                new SchemaMigrator(settings.lockTimeout(), settings.statementTimeout()).migrate(Server.await(settings));
        out.println("The schema is at version " + outcome.version() + "; " + outcome.applied()
                + (outcome.applied() == 1 ? " migration was" : " migrations were") + " applied now.");
        return 0;
    }
}
