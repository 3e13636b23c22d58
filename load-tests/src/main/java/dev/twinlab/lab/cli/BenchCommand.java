package dev.twinlab.lab.cli;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.plan.PlanSource;
import dev.twinlab.lab.record.CampaignReporter;
import dev.twinlab.lab.run.Campaign;
import dev.twinlab.lab.run.Conformance;
import dev.twinlab.lab.tool.JdkFinder;
import dev.twinlab.lab.tool.K6Finder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "Measures both services and reports the verdict; ten minutes with the quick plan.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    /** k6 and the generated keys count in 32 bits. */
    private static final long SEED_BOUND = 1L << 31;

    private final Conformance conformance;
    private final CampaignReporter reporter;

    @Option(
            names = "--plan",
            paramLabel = "quick|standard|tiny|FILE",
            defaultValue = "quick",
            description = "What to run; default ${DEFAULT-VALUE}.")
    private String plan = "quick";

    @Option(
            names = "--policy",
            paramLabel = "balanced|FILE",
            defaultValue = "balanced",
            description = "What counts, and by how much; default ${DEFAULT-VALUE}.")
    private String policy = "balanced";

    @Option(
            names = "--variants",
            paramLabel = "LIST",
            split = ",",
            defaultValue = "jvm",
            description = "How the services run; jvm is what there is.")
    private List<String> variants = List.of("jvm");

    @Option(
            names = "--db",
            paramLabel = "embedded|URL",
            defaultValue = "embedded",
            description = "PostgreSQL 18: its own, or the JDBC URL of a server, with user and password.")
    private String database = "embedded";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides the order of the runs and every request, 0..2147483647; drawn if not given.")
    private @Nullable Long seed;

    @Option(names = "--results", paramLabel = "DIR", description = "Folder for the results; default results/.")
    private @Nullable Path results;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BenchCommand(Conformance conformance, CampaignReporter reporter) {
        this.conformance = conformance;
        this.reporter = reporter;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Campaign campaign = new Campaign(settings(out), conformance, out);
        out.println("results: " + campaign.folder());
        Campaign.Result result = StopOnSignal.run(campaign::run, STOP_LIMIT);
        if (result.stopped()) {
            return ExitCodes.STOPPED;
        }
        int verdict = result.end().conformance().isEmpty() || noRuns(campaign.folder())
                ? ExitCodes.INVALID
                : reporter.report(campaign.folder(), out);
        if (!result.end().complete()) {
            out.println("The campaign is invalid: " + result.end().reason() + ".");
            return ExitCodes.INVALID;
        }
        return verdict;
    }

    private Campaign.Settings settings(PrintWriter out) throws InterruptedException {
        for (String variant : variants) {
            if (!variant.equals("jvm")) {
                throw new LabFailure(
                        "There is no variant '%s': the one that can be measured is jvm.".formatted(variant));
            }
        }
        // What costs no time comes first: nobody should wait for a build of k6 to learn of a typing error.
        PlanSource planSource = PlanSource.plan(plan);
        PlanSource policySource = PlanSource.policy(policy);
        dev.twinlab.lab.plan.Plan.parse(planSource.source(), planSource.yaml());
        dev.twinlab.lab.plan.GateLimits.parse(policySource.source(), policySource.yaml());
        Project project = Project.find();
        return new Campaign.Settings(
                results == null ? project.results() : results,
                planSource,
                policySource,
                seed(),
                project.jars(),
                project.commit(),
                project.buildId(),
                database.equals("embedded") ? Optional.empty() : Optional.of(database),
                JdkFinder.find(),
                new K6Finder(project.root(), System.getenv()).findOrMake(out),
                project.loadScript());
    }

    private long seed() {
        if (seed == null) {
            return new SecureRandom().nextLong(SEED_BOUND);
        }
        if (seed < 0 || seed >= SEED_BOUND) {
            throw new LabFailure("The seed %d is not between 0 and %d.".formatted(seed, SEED_BOUND - 1));
        }
        return seed;
    }

    private static boolean noRuns(Path folder) {
        return new dev.twinlab.lab.record.CampaignFiles(folder).runs().isEmpty();
    }
}
