package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.lab.plan.GateLimits;
import dev.twinlab.lab.plan.Plan;
import dev.twinlab.lab.plan.PlanSource;
import dev.twinlab.lab.record.CellRecord;
import dev.twinlab.lab.record.GateRecord;
import dev.twinlab.lab.run.Sides.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatesTest {
    private static final GateLimits LIMITS = new GateLimits(0.001, 0, 20, 0.8, 0.8, 0.1, 0.2);
    private static final Map<String, String> PINS = Map.of("HikariCP", "7.1.0", "postgresql", "42.7.13");

    private final Gates gates = new Gates(LIMITS);
    private final Plan plan = plan();
    private final Gates.Parity parity = new Gates.Parity(plan, "abc", "25.0.3+9", 1, PINS);

    private static Plan plan() {
        PlanSource source = PlanSource.plan("tiny");
        return Plan.parse(source.source(), source.yaml());
    }

    /** 300 a second for 10 s at a mean of 5 ms: 1.5 in flight. */
    private static CellRecord cell(
            long requests, long failed, long dropped, double lag, double inFlight, double k6, double db) {
        return new CellRecord(
                "mixed@300",
                "mixed",
                300,
                10,
                requests,
                failed,
                dropped,
                lag,
                Map.of(),
                5,
                50,
                inFlight,
                1,
                0.1,
                k6,
                db);
    }

    @ParameterizedTest
    @CsvSource({
        // requests, failed, dropped, lag, in flight, k6, database, connects, failing gates
        "3000, 0, 0,  5, 1.5, 0.3, 0.2, 0, ''",
        "3001, 3, 0, 20, 1.5, 0.8, 0.8, 0, ''",
        "3000, 4, 0,  5, 1.5, 0.3, 0.2, 0, errors",
        "2999, 0, 1,  5, 1.5, 0.3, 0.2, 0, dropped",
        "3000, 0, 0, 21, 1.5, 0.3, 0.2, 0, lag",
        "2990, 0, 0,  5, 1.5, 0.3, 0.2, 0, answered",
        "3000, 0, 0,  5, 1.5, 0.3, 0.2, 1, connections",
        "3000, 0, 0,  5, 1.5, 0.9, 0.2, 0, k6-cpu",
        "3000, 0, 0,  5, 1.5, 0.3, 0.9, 0, database-cpu",
        "3000, 0, 0,  5, 1.2, 0.3, 0.2, 0, littles-law",
        "0,    0, 0,  5, 1.5, 0.3, 0.2, 0, errors answered",
    })
    void eachGateOfACellFailsForItsOwnReason(
            long requests,
            long failed,
            long dropped,
            double lag,
            double inFlight,
            double k6,
            double database,
            long connects,
            String failing) {
        List<GateRecord> seen =
                gates.cell(cell(requests, failed, dropped, lag, inFlight, k6, database), connects, true);

        assertThat(failed(seen)).isEqualTo(failing);
        assertThat(seen).extracting(GateRecord::cell).containsOnly("mixed@300");
    }

    @Test
    void aDatabaseThatCannotBeSeenHasNoGate() {
        List<GateRecord> seen = gates.cell(cell(3000, 0, 0, 5, 1.5, 0.3, 0), 0, false);

        assertThat(seen).extracting(GateRecord::name).doesNotContain("database-cpu");
    }

    @Test
    void aProcessAsPlannedAndLikeTheOtherPasses() {
        List<GateRecord> seen = Gates.process(parity, "helidon", side("helidon"), Optional.of(side("micronaut")));

        assertThat(failed(seen)).isEmpty();
        assertThat(seen)
                .extracting(GateRecord::name)
                .contains("flags", "flags-equal", "pool", "pool-equal", "version", "build", "jdk");
    }

    @Test
    void theFirstProcessHasNobodyToBeComparedWith() {
        assertThat(Gates.process(parity, "helidon", side("helidon"), Optional.empty()))
                .extracting(GateRecord::name)
                .doesNotContain("flags-equal");
    }

    @Test
    void eachGateOfAProcessFailsForItsOwnReason() {
        Side good = side("helidon");
        VersionInfo version = good.version();
        var smallPool = new VersionInfo.Pool("twinlab", 5, 5, 2000, 1_800_000);
        var slowPool = new VersionInfo.Pool("twinlab", 10, 10, 9000, 1_800_000);

        assertThat(failing(new Side(version("micronaut", "abc", version.pool(), "virtual", PINS, 1), good.flags())))
                .isEqualTo("variant");
        assertThat(failing(new Side(version("helidon", "old", version.pool(), "virtual", PINS, 1), good.flags())))
                .isEqualTo("build build-equal");
        assertThat(failing(new Side(version("helidon", "abc", smallPool, "virtual", PINS, 1), good.flags())))
                .isEqualTo("pool pool-equal");
        assertThat(failing(new Side(version("helidon", "abc", slowPool, "virtual", PINS, 1), good.flags())))
                .isEqualTo("pool-equal");
        assertThat(failing(new Side(version("helidon", "abc", version.pool(), "platform", PINS, 1), good.flags())))
                .isEqualTo("request-thread");
        assertThat(failing(new Side(version("helidon", "abc", version.pool(), "virtual", PINS, 2), good.flags())))
                .isEqualTo("processors");
        Map<String, String> oldPool = Map.of("HikariCP", "5.0.1", "postgresql", "42.7.13");
        assertThat(failing(new Side(version("helidon", "abc", version.pool(), "virtual", oldPool, 1), good.flags())))
                .isEqualTo("version");
        List<String> moreFlags = new ArrayList<>(good.flags());
        moreFlags.add("-XX:+UseStringDeduplication");
        assertThat(failing(new Side(version, moreFlags))).isEqualTo("flags-equal");
        List<String> otherHeap = good.flags().stream()
                .map(it -> it.replace("MaxHeapSize=268435456", "MaxHeapSize=1"))
                .toList();
        assertThat(failing(new Side(version, otherHeap))).isEqualTo("flags flags-equal");
    }

    @Test
    void tellsOfLibrariesThatDiffer() {
        Side one = side("helidon");
        var pool = one.version().pool();
        var libraries = Map.of("HikariCP", "7.1.0", "micrometer-core", "1.15.5");
        var others = Map.of("HikariCP", "7.1.0", "micrometer-core", "1.11.3", "netty", "4.2");

        assertThat(Gates.differences(
                        new Side(version("helidon", "abc", pool, "virtual", others, 1), List.of()),
                        new Side(version("micronaut", "abc", pool, "virtual", libraries, 1), List.of())))
                .containsExactly("micrometer-core is 1.11.3 in helidon and 1.15.5 in micronaut.");
    }

    @Test
    void aCleanStopPassesAndAnyOtherFails() {
        assertThat(Gates.stop(0).passed()).isTrue();
        assertThat(Gates.stop(143).passed()).isFalse();
        assertThat(Gates.stop(-1).observed()).isEqualTo("had to be killed");
    }

    @Test
    void saysWhyInOneSentenceEach() {
        assertThat(Gates.reasons(gates.cell(cell(2999, 0, 1, 5, 1.5, 0.3, 0.2), 0, true)))
                .containsExactly("dropped in mixed@300: 1 iterations; wanted: at most 0.");
    }

    private String failing(Side side) {
        return failed(Gates.process(parity, "helidon", side, Optional.of(side("micronaut"))));
    }

    private static String failed(List<GateRecord> gates) {
        return String.join(
                " ",
                gates.stream().filter(it -> !it.passed()).map(GateRecord::name).toList());
    }

    private static Side side(String variant) {
        return new Side(
                version(variant, "abc", new VersionInfo.Pool("twinlab", 10, 10, 2000, 1_800_000), "virtual", PINS, 1),
                List.of(
                        "-XX:+UseG1GC",
                        "-XX:ActiveProcessorCount=1",
                        "-XX:InitialHeapSize=268435456",
                        "-XX:MaxHeapSize=268435456"));
    }

    private static VersionInfo version(
            String variant,
            String buildId,
            VersionInfo.Pool pool,
            String thread,
            Map<String, String> libraries,
            int processors) {
        return new VersionInfo(
                variant + "-service",
                variant,
                "0.1.0",
                buildId,
                new VersionInfo.Framework(variant, "4"),
                new VersionInfo.Jvm("25.0.3+9", "Eclipse Adoptium", List.of(), List.of(), 268_435_456, processors),
                pool,
                thread,
                libraries);
    }
}
