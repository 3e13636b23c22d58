package dev.twinlab.lab.badinput;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.plan.GateLimits;
import dev.twinlab.lab.plan.Plan;
import dev.twinlab.lab.plan.PlanSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every bad plan and policy is answered in one sentence that names the value and what would be right. */
class BadPlanTest {
    private static final String GOOD = """
            name: mine
            startupPairs: 1
            loadBlocks: 1
            dataSet: {products: 200, orders: 1000}
            heapMib: 256
            collector: G1
            connections: 20
            poolSize: 10
            idleSeconds: 1
            afterSeconds: 1
            warmup: {bursts: 1, burstSeconds: 3, pauseSeconds: 1, rate: 100}
            cells:
              - {scenario: ping, rate: 50, seconds: 2}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\"', textBlock = """
            heapMib: 256       | heapMbi: 256         | unknown key 'heapMbi'
            heapMib: 256       | # no heap            | heapMib
            heapMib: 256       | heapMib: lots        | 'heapMib' is "lots", which is not a whole number
            heapMib: 256       | heapMib: '256'       | 'heapMib' is "256", which is not a whole number
            heapMib: 256       | heapMib: 25.5        | 'heapMib' is 25.5, which is not a whole number
            heapMib: 256       | heapMib: 12          | has heapMib 12, which is not between 64 and 65536
            heapMib: 256       | heapMib:             | heapMib
            collector: G1      | collector: Shiny     | 'collector' is Shiny, which is not one of [G1, SERIAL, PARALLEL, Z]
            startupPairs: 1    | startupPairs: -1     | has startupPairs -1, which is not between 0 and 200
            name: mine         | name: My Plan        | has the name 'My Plan'
            scenario: ping     | scenario: pong       | 'cells[0]' has the scenario 'pong', which is not ping, browse, order or mixed
            rate: 50           | rate: 0              | 'cells[0]' has the rate 0.0
            rate: 50           | rate: fast           | 'cells[0].rate' is "fast", which is not a number
            rate: 50           | rtae: 50             | unknown key 'cells[0].rtae'
            seconds: 2         | seconds: 0           | has seconds 0, which is not between 1 and 3600
            bursts: 1          | bursts: 0            | 'warmup' has bursts 0
            products: 200      | products: 0          | 'dataSet' has products 0
            poolSize: 10       | heapMib: 300         | heapMib
            name: mine         | name: [              | mine.yaml
            """)
    void namesWhatIsWrong(String good, String bad, String part) {
        String yaml = GOOD.replace(good, bad);

        assertThatThrownBy(() -> Plan.parse("mine.yaml", yaml))
                .isInstanceOf(LabFailure.class)
                .hasMessageStartingWith("The plan mine.yaml")
                .hasMessageContaining(part)
                .message()
                .doesNotContain("\n")
                .endsWith(".");
    }

    @Test
    void refusesAPlanWithNothingToRun() {
        String yaml = GOOD.replace("startupPairs: 1", "startupPairs: 0").replace("loadBlocks: 1", "loadBlocks: 0");

        assertThatThrownBy(() -> Plan.parse("mine.yaml", yaml)).hasMessageContaining("there is nothing to run");
    }

    @Test
    void refusesLoadWithoutCells() {
        String yaml = GOOD.substring(0, GOOD.indexOf("cells:")) + "cells: []\n";

        assertThatThrownBy(() -> Plan.parse("mine.yaml", yaml)).hasMessageContaining("no cells to measure");
    }

    @Test
    void refusesACellTwice() {
        String yaml = GOOD + "  - {scenario: ping, rate: 50, seconds: 9}\n";

        assertThatThrownBy(() -> Plan.parse("mine.yaml", yaml)).hasMessageContaining("has the cell ping@50 twice");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> Plan.parse("mine.yaml", ""))
                .isInstanceOf(LabFailure.class)
                .hasMessageStartingWith("The plan mine.yaml");
    }

    @Test
    void namesThePlansThereAre() {
        assertThatThrownBy(() -> PlanSource.plan("quikc"))
                .isInstanceOf(LabFailure.class)
                .hasMessage("There is no plan 'quikc': give one of quick, standard, tiny, or a file.");
        assertThatThrownBy(() -> PlanSource.policy("fair"))
                .isInstanceOf(LabFailure.class)
                .hasMessage("There is no policy 'fair': give balanced, or a file.");
    }

    @Test
    void refusesAFileThatIsNoText(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("plan.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> PlanSource.plan(file.toString()))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining("cannot be read as UTF-8 text");
    }

    @Test
    void refusesBadGates() {
        PlanSource policy = PlanSource.policy("balanced");

        assertThatThrownBy(() -> GateLimits.parse("mine", policy.yaml().replace("errorRate: 0.001", "errorRate: 2")))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining("has errorRate 2.0, which is not between 0 and 1");
        assertThatThrownBy(() -> GateLimits.parse("mine", policy.yaml().replace("dropped: 0", "droped: 0")))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining("unknown key 'gates.droped'");
        assertThatThrownBy(() -> GateLimits.parse("mine", "name: mine\n"))
                .isInstanceOf(LabFailure.class)
                .hasMessage("The policy mine has no section 'gates'.");
    }
}
