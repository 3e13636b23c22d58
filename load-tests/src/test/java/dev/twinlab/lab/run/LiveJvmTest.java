package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.lab.tool.JdkFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveJvmTest {
    @Test
    void readsFlagsAndHeapOfALiveJvm() throws InterruptedException {
        LiveJvm.Visit visit = new LiveJvm(
                        JdkFinder.find(), ProcessHandle.current().pid())
                .collectAndRead()
                .orElseThrow();

        assertThat(visit.flags()).isSorted().anyMatch(it -> it.startsWith("-XX:MaxHeapSize="));
        assertThat(visit.heapUsedAfterGcKib())
                .isBetween(1000L, Runtime.getRuntime().maxMemory() / 1024);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' garbage-first heap   total reserved 262144K, committed 17408K, used 3495K [0x0, 0x1)' | 3495",
                "' DefNew     total 78656K, used 10K [0x0)\n Tenured    total 174784K, used 3625K [0x0)' | 3635",
                "' PSYoungGen      total 76288K, used 0K [0x0)\n ParOldGen       total 175104K, used 3495K' | 3495",
                "' ZHeap            used 6M, capacity 256M, max capacity 256M' | 6144",
            })
    void readsTheHeapOfEveryCollector(String output, long kib) {
        assertThat(LiveJvm.heapUsed(output.replace("\\n", "\n"))).isEqualTo(kib);
    }

    @Test
    void aProcessThatIsGoneIsEmpty() throws InterruptedException {
        assertThat(new LiveJvm(JdkFinder.find(), 4_194_305).collectAndRead()).isEmpty();
    }
}
