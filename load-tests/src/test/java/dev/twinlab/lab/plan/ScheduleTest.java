package dev.twinlab.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.lab.record.PlannedRun;
import dev.twinlab.lab.record.RunKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final Plan quick = quick();

    private static Plan quick() {
        PlanSource source = PlanSource.plan("quick");
        return Plan.parse(source.source(), source.yaml());
    }

    @Test
    void holdsEveryPairOnce() {
        List<PlannedRun> runs = Schedule.of(quick, 1);

        assertThat(runs).hasSize(2 * (quick.startupPairs() + quick.loadBlocks()));
        assertThat(runs).extracting(PlannedRun::id).doesNotHaveDuplicates();
        assertThat(runs).allMatch(it -> it.attempt() == 1);
    }

    @Test
    void runsTheHalvesOfAPairOneAfterTheOther() {
        List<PlannedRun> runs = Schedule.of(quick, 2);

        for (int i = 0; i < runs.size(); i += 2) {
            PlannedRun first = runs.get(i);
            PlannedRun second = runs.get(i + 1);
            assertThat(second.kind()).isEqualTo(first.kind());
            assertThat(second.block()).isEqualTo(first.block());
            assertThat(List.of(first.position(), second.position())).containsExactly(1, 2);
            assertThat(Set.of(first.service(), second.service())).containsExactlyInAnyOrder("helidon", "micronaut");
        }
    }

    @Test
    void mirrorsEveryOddBlockInTheNext() {
        for (long seed = 0; seed < 20; seed++) {
            List<PlannedRun> runs = Schedule.of(quick, seed);
            for (RunKind kind : RunKind.values()) {
                int blocks = kind == RunKind.LOAD ? quick.loadBlocks() : quick.startupPairs();
                for (int block = 1; block + 1 <= blocks; block += 2) {
                    assertThat(first(runs, kind, block)).isNotEqualTo(first(runs, kind, block + 1));
                }
            }
        }
    }

    @Test
    void drawsTheOrderFromTheSeed() {
        assertThat(Schedule.of(quick, 42)).isEqualTo(Schedule.of(quick, 42));

        Set<List<PlannedRun>> orders = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            orders.add(Schedule.of(quick, seed));
        }
        assertThat(orders).hasSizeGreaterThan(5);
    }

    @Test
    void spreadsBothKindsOverTheWholeCampaign() {
        List<PlannedRun> runs = Schedule.of(quick, 3);
        List<RunKind> kinds = runs.stream().map(PlannedRun::kind).toList();

        assertThat(kinds.subList(0, kinds.size() / 2)).contains(RunKind.STARTUP, RunKind.LOAD);
        assertThat(kinds.subList(kinds.size() / 2, kinds.size())).contains(RunKind.STARTUP, RunKind.LOAD);
    }

    @Test
    void repeatsAPairInItsOwnOrder() {
        List<PlannedRun> runs = Schedule.of(quick, 4);

        for (int i = 0; i < runs.size(); i += 2) {
            for (PlannedRun half : runs.subList(i, i + 2)) {
                List<PlannedRun> repeat = Schedule.repeat(half);
                assertThat(repeat).extracting(PlannedRun::attempt).containsExactly(2, 2);
                assertThat(repeat)
                        .extracting(PlannedRun::service)
                        .containsExactly(runs.get(i).service(), runs.get(i + 1).service());
            }
        }
    }

    private static String first(List<PlannedRun> runs, RunKind kind, int block) {
        return runs.stream()
                .filter(it -> it.kind() == kind && it.block() == block && it.position() == 1)
                .findFirst()
                .orElseThrow()
                .service();
    }
}
