package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.lab.run.ProcSampler.Role;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProcSamplerTest {
    private static final long SELF = ProcessHandle.current().pid();

    @Test
    void seesItsOwnMemory() {
        ProcFiles.Memory memory = ProcFiles.memory(SELF).orElseThrow();

        assertThat(memory.rssKib()).isBetween(20_000L, 4_000_000L);
        assertThat(memory.pssKib()).isBetween(10_000L, memory.rssKib());
        assertThat(memory.anonymousKib()).isBetween(5_000L, memory.rssKib());
        assertThat(memory.threads()).isGreaterThan(3);
        assertThat(ProcFiles.peakRssKib(SELF).orElseThrow()).isGreaterThanOrEqualTo(memory.rssKib() * 9 / 10);
    }

    @Test
    void countsTheCpuOfAWindow() throws InterruptedException {
        try (var sampler = new ProcSampler(SELF, OptionalLong.of(SELF))) {
            sampler.watchK6(SELF);
            Thread.sleep(600);
            long from = System.currentTimeMillis();
            long to = from + 1000;
            while (System.currentTimeMillis() < to) {
                Thread.onSpinWait();
            }
            Thread.sleep(600);

            // A busy loop of one second, less what a busy machine takes away.
            assertThat(sampler.cpuSeconds(Role.SERVICE, from, to)).isBetween(0.2, 2.5);
            assertThat(sampler.cpuSeconds(Role.K6, from, to)).isBetween(0.2, 2.5);
            assertThat(sampler.cpuSeconds(Role.DATABASE, from, to)).isBetween(0.2, 2.5);
            assertThat(sampler.cpuSeconds(Role.LAB, from, to)).isBetween(0.2, 2.5);
        }
    }

    @Test
    void interpolatesBetweenSamplesAndNeverGoesBack() throws InterruptedException {
        try (var sampler = new ProcSampler(SELF, OptionalLong.empty())) {
            Thread.sleep(1200);
            long now = System.currentTimeMillis();
            double whole = sampler.cpuSeconds(Role.SERVICE, now - 1000, now);
            double halves = sampler.cpuSeconds(Role.SERVICE, now - 1000, now - 500)
                    + sampler.cpuSeconds(Role.SERVICE, now - 500, now);

            assertThat(halves).isEqualTo(whole, org.assertj.core.api.Assertions.within(1e-9));
            assertThat(sampler.cpuSeconds(Role.DATABASE, now - 1000, now)).isZero();
            assertThat(sampler.cpuSeconds(Role.K6, now - 1000, now)).isZero();
        }
    }

    @Test
    void takesMemoryOnceASecond() throws InterruptedException {
        try (var sampler = new ProcSampler(SELF, OptionalLong.empty())) {
            Thread.sleep(2500);

            assertThat(sampler.memory()).hasSizeBetween(2, 4);
        }
    }

    @Test
    void aProcessThatIsGoneIsEmpty() {
        long nobody = 4_194_304 + 1;

        assertThat(ProcFiles.memory(nobody)).isEmpty();
        assertThat(ProcFiles.cpuSeconds(nobody)).isEmpty();
    }
}
