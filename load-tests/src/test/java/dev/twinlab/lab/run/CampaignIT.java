package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.analyse.CampaignReader;
import dev.twinlab.lab.plan.PlanSource;
import dev.twinlab.lab.record.CampaignFiles;
import dev.twinlab.lab.record.MemoryRecord;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.report.Reports;
import dev.twinlab.lab.tool.JdkFinder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole campaigns with real processes, real k6 and real PostgreSQL; only the services are stand-ins. */
@Timeout(180)
class CampaignIT {
    private static final String PLAN = """
            name: short
            startupPairs: 1
            loadBlocks: 1
            dataSet: {products: 200, orders: 1000}
            heapMib: 64
            collector: SERIAL
            connections: 5
            poolSize: 2
            idleSeconds: 0
            afterSeconds: 0
            warmup: {bursts: 1, burstSeconds: 1, pauseSeconds: 1, rate: 50}
            cells:
              - {scenario: mixed, rate: 30, seconds: 1}
              - {scenario: mixed, rate: 50, seconds: 2}
            """;
    /** For tests of what goes wrong: nothing in it but the run that it goes wrong in. */
    private static final String LOAD_ONLY = PLAN.replace("startupPairs: 1", "startupPairs: 0")
            .replace("  - {scenario: mixed, rate: 30, seconds: 1}\n", "");

    private static final Conformance CONFORMS =
            (api, management, secret) -> new Conformance.Result(true, "1 of 1 checks passed", "1 of 1 checks passed\n");

    @TempDir
    private static Path shared = Path.of("");

    private static Map<String, Path> jars = Map.of();

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void packageStandIns() {
        jars = StandInJars.make(shared);
    }

    /** How machine and generator behave is not what is tested here. */
    static PlanSource lenientPolicy() {
        PlanSource policy = PlanSource.policy("balanced");
        return new PlanSource(
                "lenient",
                policy.yaml()
                        .replace("lagP99Ms: 100", "lagP99Ms: 5000")
                        .replace("CpuFraction: 0.80", "CpuFraction: 1.00")
                        .replace("dropped: 0", "dropped: 1000")
                        .replace("littlesLawTolerance: 0.10", "littlesLawTolerance: 1.00"));
    }

    private Campaign campaign(String plan, Conformance conformance) throws InterruptedException {
        return new Campaign(
                new Campaign.Settings(
                        folder.resolve("results"),
                        new PlanSource("short", plan),
                        lenientPolicy(),
                        7,
                        jars,
                        "abc1234",
                        "dev",
                        Optional.empty(),
                        JdkFinder.find(),
                        TestTools.k6(),
                        TestTools.SCRIPT),
                conformance,
                new PrintWriter(out, true));
    }

    private static void assertNothingIsLeft() {
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(ProcessHandle::isAlive)
                        .map(CampaignIT::command))
                .isEmpty();
        assertThat(postmaster()).isEmpty();
    }

    /** As the kernel tells it: the JDK's own description leaves out what it cannot tell apart. */
    private static String command(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    private static Optional<ProcessHandle> child(String part) {
        return ProcessHandle.current()
                .descendants()
                .filter(it -> command(it).contains(part))
                .findFirst();
    }

    /** The server of this very process: others may run on the machine. */
    private static Optional<ProcessHandle> postmaster() {
        Path home = Path.of(System.getProperty("java.io.tmpdir"), "twinlab-" + System.getProperty("user.name"));
        if (!Files.isDirectory(home)) {
            return Optional.empty();
        }
        try (var folders = Files.list(home)) {
            return folders.filter(it -> it.getFileName().toString().startsWith("pg-"))
                    .map(CampaignIT::ownPostmaster)
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> ownPostmaster(Path server) {
        try {
            if (!Files.readString(server.resolve("owner"))
                    .startsWith(ProcessHandle.current().pid() + " ")) {
                return Optional.empty();
            }
            String pid =
                    Files.readAllLines(server.resolve("data/postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip()));
        } catch (IOException notYetOrGone) {
            return Optional.empty();
        }
    }

    /** Kills what {@code victim} gives, once, while k6 is at work. */
    private static void killUnderLoad(Supplier<Optional<ProcessHandle>> victim) {
        var done = new AtomicBoolean();
        Thread.ofPlatform().daemon().start(() -> {
            while (!done.get()) {
                try {
                    Thread.sleep(50);
                    if (child("load.js").isPresent()) {
                        Thread.sleep(700);
                        victim.get().ifPresent(it -> {
                            it.destroyForcibly();
                            done.set(true);
                        });
                    }
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    @Test
    void aCampaignLeavesEveryFileThatItsReportNeeds() throws InterruptedException {
        Campaign campaign = campaign(PLAN, CONFORMS);

        Campaign.Result result = campaign.run();

        assertThat(result.end().reason()).isEmpty();
        assertThat(result.end().complete()).isTrue();
        assertThat(result.stopped()).isFalse();
        CampaignFiles files = new CampaignFiles(campaign.folder());
        assertThat(files.runs()).hasSize(4).allMatch(RunRecord::valid);
        assertThat(files.runs()).extracting(RunRecord::sequence).containsExactly(1, 2, 3, 4);
        for (RunRecord run : files.runs()) {
            assertThat(run.startup()).isNotNull();
            assertThat(run.startup().toReadyMs())
                    .isGreaterThanOrEqualTo(run.startup().toFirstResponseMs());
            assertThat(run.jvmFlags()).contains("-XX:+UseSerialGC", "-XX:MaxHeapSize=67108864");
            assertThat(run.gates())
                    .extracting(it -> it.name())
                    .contains("contract", "flags", "pool", "version", "stop");
        }
        assertThat(files.runs().stream().filter(it -> it.kind() == RunKind.LOAD))
                .allSatisfy(run -> {
                    assertThat(run.cells()).hasSize(2).last().satisfies(cell -> {
                        assertThat(cell.name()).isEqualTo("mixed@50");
                        assertThat(cell.requests()).isBetween(95L, 101L);
                        assertThat(cell.serviceCpuSeconds()).isPositive();
                        assertThat(cell.k6CpuFraction()).isPositive();
                    });
                    assertThat(run.memory().moments())
                            .extracting(MemoryRecord.Moment::moment)
                            .containsExactlyInAnyOrder(
                                    MemoryRecord.READY, MemoryRecord.IDLE, MemoryRecord.LOAD, MemoryRecord.AFTER);
                    assertThat(run.memory().series())
                            .extracting(MemoryRecord.Sample::phase)
                            .contains("warmup", "mixed@50");
                });
        // What the next step believes: the schemas are its own.
        new CampaignReader().read(campaign.folder());
        int verdict = Reports.report(campaign.folder(), new PrintWriter(out, true));
        assertThat(List.of(0, 10, 20)).withFailMessage(out::toString).contains(verdict);
        assertNothingIsLeft();
    }

    @Test
    void aKilledServiceIsAnInvalidRunAndItsPairIsRepeated() throws InterruptedException {
        killUnderLoad(() -> child("-stand-in.jar"));

        assertRepeatedBecause(campaign(LOAD_ONLY, CONFORMS), "was killed by signal 9 under load");
    }

    @Test
    void aKilledK6IsAnInvalidRunAndItsPairIsRepeated() throws InterruptedException {
        killUnderLoad(() -> child("load.js"));

        assertRepeatedBecause(campaign(LOAD_ONLY, CONFORMS), "k6 was killed by signal 9");
    }

    @Test
    void aKilledDatabaseIsAnInvalidRunAndIsStartedAnew() throws InterruptedException {
        killUnderLoad(CampaignIT::postmaster);

        assertRepeatedBecause(campaign(LOAD_ONLY, CONFORMS), "PostgreSQL died under load");
        assertThat(out.toString()).contains("PostgreSQL is gone: starting it anew");
    }

    private void assertRepeatedBecause(Campaign campaign, String reason) {
        Campaign.Result result = campaign.run();

        List<RunRecord> runs = new CampaignFiles(campaign.folder()).runs();
        assertThat(runs.stream().filter(it -> !it.valid())).singleElement().satisfies(run -> {
            assertThat(run.kind()).isEqualTo(RunKind.LOAD);
            assertThat(run.invalidReasons()).anyMatch(it -> it.contains(reason));
        });
        assertThat(runs.stream().filter(it -> it.valid() && it.kind() == RunKind.LOAD && it.attempt() == 2))
                .hasSize(2);
        assertThat(result.end().complete()).isTrue();
        new CampaignReader().read(campaign.folder());
        assertNothingIsLeft();
    }

    @Test
    void anInterruptStopsEverythingAndKeepsWhatWasMeasured() throws InterruptedException {
        Campaign campaign = campaign(PLAN, CONFORMS);
        Thread runner = Thread.currentThread();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (child("load.js").isEmpty()) {
                    Thread.sleep(50);
                }
                runner.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        Campaign.Result result = campaign.run();

        assertThat(result.stopped()).isTrue();
        assertThat(result.end().complete()).isFalse();
        assertThat(result.end().reason()).startsWith("stopped on request after ");
        assertThat(new CampaignFiles(campaign.folder()).runs()).isNotEmpty();
        assertNothingIsLeft();
    }

    @Test
    void aServiceThatBreaksTheContractIsNeverTimed() throws InterruptedException {
        Campaign campaign = campaign(
                LOAD_ONLY,
                (api, management, secret) ->
                        new Conformance.Result(false, "1 of 2 checks passed; ping", "1 of 2 checks passed; ping\n"));

        Campaign.Result result = campaign.run();

        assertThat(result.end().complete()).isFalse();
        assertThat(result.end().reason()).startsWith("helidon does not hold the contract, so nothing was timed");
        assertThat(new CampaignFiles(campaign.folder()).runs()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void aFullDiskEndsInOneSentence() throws InterruptedException, IOException {
        Campaign campaign = campaign(PLAN, CONFORMS);
        Path runs = campaign.folder().resolve("runs");
        Files.delete(runs);
        Files.writeString(runs, "no folder");

        assertThatThrownBy(campaign::run).isInstanceOf(LabFailure.class).hasMessageStartingWith("Cannot write " + runs);
        assertNothingIsLeft();
    }

    @Test
    void resultsThatCannotBeWrittenAreToldBeforeAnythingStarts() throws IOException {
        Files.writeString(folder.resolve("results"), "no folder");

        assertThatThrownBy(() -> campaign(PLAN, CONFORMS))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining("cannot be written");
    }
}
