package dev.twinlab.lab.run;

import dev.twinlab.lab.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** When k6 does what, within one process, so that the service stays as warm as it is and the connections stay open. */
final class K6Timeline {
    private K6Timeline() {}

    /**
     * One scenario of k6.
     *
     * @param id its name in k6: letters, digits and underscores
     * @param scenario what its iterations send
     * @param rate iterations a second
     * @param startMs after the start of the test, milliseconds
     * @param seconds duration
     */
    record Phase(String id, String scenario, double rate, long startMs, int seconds) {}

    static List<Phase> of(Plan plan) {
        List<Phase> phases = new ArrayList<>();
        long at = 0;
        Plan.Warmup warmup = plan.warmup();
        for (int burst = 1; burst <= warmup.bursts(); burst++) {
            at += 1000L * warmup.pauseSeconds();
            phases.add(new Phase("warmup_" + burst, "warmup", warmup.rate(), at, warmup.burstSeconds()));
            at += 1000L * warmup.burstSeconds();
        }
        for (int i = 0; i < plan.cells().size(); i++) {
            Plan.Cell cell = plan.cells().get(i);
            at += Plan.GAP_MS;
            phases.add(new Phase(cellId(i), cell.scenario(), cell.rate(), at, cell.seconds()));
            at += 1000L * cell.seconds();
        }
        return phases;
    }

    /** The scenario of the plan's cell number {@code index}, from 0. */
    static String cellId(int index) {
        return "cell_" + index;
    }
}
