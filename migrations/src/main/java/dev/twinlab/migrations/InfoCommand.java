package dev.twinlab.migrations;

import java.util.concurrent.Callable;
import org.flywaydb.core.api.MigrationInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "info",
        description = "Lists the migrations, one line each: version, description, state, time of installation.")
final class InfoCommand implements Callable<Integer> {
    private final Main main;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    InfoCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        var database = main.connect();
        for (MigrationInfo migration : new SchemaMigrator().history(database)) {
            var installed = migration.getInstalledOn();
            spec.commandLine()
                    .getOut()
                    .println(migration.getVersion() + "\t" + migration.getDescription() + "\t"
                            + migration.getState().getDisplayName() + "\t"
                            + (installed == null ? "-" : installed.toInstant()));
        }
        return 0;
    }
}
