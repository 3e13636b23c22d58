package dev.twinlab.migrations;

import dev.twinlab.contract.operations.BuildInfo;
import dev.twinlab.contract.operations.SettingNames;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: {@code migrate} (also without a command), {@code info}, {@code data}. */
@Command(
        name = "migrations",
        description = {
            "Applies the schema to a PostgreSQL database and fills it with the data set that is measured.",
            "Without a command: migrate."
        },
        footer = {
            "",
            "A flag wins over the environment variable in its brackets. The password comes from "
                    + SettingNames.DB_PASSWORD + " or " + Settings.PASSWORD_FILE + ".",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 78 bad settings."
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Main.Version.class)
public final class Main implements Callable<Integer> {
    /** The driver logs what it also throws, in its own words; held here, because java.util.logging forgets its loggers. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

    private static final int FAILED = 1;
    /** {@code EX_CONFIG} of sysexits. */
    private static final int BAD_SETTINGS = 78;

    @Option(
            names = "--db-url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "JDBC URL of the database (" + SettingNames.DB_URL + ").")
    private @Nullable String url;

    @Option(
            names = "--db-user",
            scope = ScopeType.INHERIT,
            paramLabel = "ROLE",
            description = "Role to connect as (" + SettingNames.DB_USER + ").")
    private @Nullable String user;

    @Option(
            names = "--db-password-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "File with the role's password (" + Settings.PASSWORD_FILE + ").")
    private @Nullable String passwordFile;

    @Option(
            names = "--lock-timeout-ms",
            scope = ScopeType.INHERIT,
            paramLabel = "MS",
            description = "How long a migration waits for a lock; default 5000 (" + Settings.LOCK_TIMEOUT_MS + ").")
    private @Nullable String lockTimeout;

    @Option(
            names = "--statement-timeout-ms",
            scope = ScopeType.INHERIT,
            paramLabel = "MS",
            description = "How long a statement of a migration may run; default 60000 (" + Settings.STATEMENT_TIMEOUT_MS
                    + ").")
    private @Nullable String statementTimeout;

    @Option(
            names = "--connect-wait-ms",
            scope = ScopeType.INHERIT,
            paramLabel = "MS",
            description = "How long to try again while the server is not there yet; default 30000 ("
                    + Settings.CONNECT_WAIT_MS + ").")
    private @Nullable String connectWait;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<String, String> environment;

    private Main(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Starts the program; ends the JVM with its exit code. */
    public static void main(String[] args) {
        DRIVER_LOG.setLevel(Level.OFF);
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "dev/twinlab/migrations/logback-stderr.xml");
        }
        System.exit(run(System.getenv(), new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }

    /** The program without the process around it. */
    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
        var main = new Main(environment);
        return new CommandLine(main)
                .addSubcommand(new MigrateCommand(main))
                .addSubcommand(new InfoCommand(main))
                .addSubcommand(new DataCommand(main))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler(Main::failed)
                .execute(args);
    }

    @Override
    public Integer call() {
        return MigrateCommand.migrate(this, spec.commandLine().getOut());
    }

    Settings settings() {
        var values = new HashMap<>(environment);
        put(values, SettingNames.DB_URL, url);
        put(values, SettingNames.DB_USER, user);
        if (passwordFile != null) {
            values.put(Settings.PASSWORD_FILE, passwordFile);
            values.remove(SettingNames.DB_PASSWORD);
        }
        put(values, Settings.LOCK_TIMEOUT_MS, lockTimeout);
        put(values, Settings.STATEMENT_TIMEOUT_MS, statementTimeout);
        put(values, Settings.CONNECT_WAIT_MS, connectWait);
        return Settings.read(values);
    }

    /** A database that answers. */
    DataSource connect() {
        return Server.await(settings());
    }

    private static void put(Map<String, String> values, String name, @Nullable String flag) {
        if (flag != null) {
            values.put(name, flag);
        }
    }

    private static int wrongUsage(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        command.getErr()
                .println(
                        wrong.getMessage() + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        return switch (failure) {
            case SettingsException settings -> {
                settings.problems().forEach(command.getErr()::println);
                yield BAD_SETTINGS;
            }
            case MigrationException step -> {
                command.getErr().println(step.getMessage());
                yield FAILED;
            }
            default -> throw failure;
        };
    }

    /** Version of the project and hash of the sources. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            BuildInfo build = BuildInfo.load();
            return new String[] {"migrations " + build.version() + " (" + build.buildId() + ")"};
        }
    }
}
