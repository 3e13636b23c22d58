package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.lab.record.MemoryRecord;
import dev.twinlab.lab.run.MemorySeries.Window;
import dev.twinlab.lab.run.ProcFiles.Memory;
import dev.twinlab.lab.run.ProcSampler.MemorySample;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MemorySeriesTest {
    private static final long SPAWN = 1_000_000;

    private final MemorySeries series = new MemorySeries(
            SPAWN,
            List.of(
                    Window.warmup(SPAWN + 2000, SPAWN + 4000),
                    Window.cell("ping@50", SPAWN + 5000, SPAWN + 7000),
                    Window.cell("mixed@100", SPAWN + 8000, SPAWN + 9000)));

    private static List<MemorySample> seconds(int count) {
        return LongStream.range(0, count)
                .mapToObj(it -> new MemorySample(SPAWN + 1000 * it, new Memory(1000 * it, 100 * it, 10 * it, (int) it)))
                .toList();
    }

    @Test
    void namesWhatRan() {
        assertThat(series.samples(seconds(11)))
                .extracting(MemoryRecord.Sample::phase)
                .containsExactly(
                        "idle",
                        "idle",
                        "warmup",
                        "warmup",
                        "idle",
                        "ping@50",
                        "ping@50",
                        "idle",
                        "mixed@100",
                        "after",
                        "after");
    }

    @Test
    void tellsTimeFromTheSpawn() {
        assertThat(series.samples(seconds(3)))
                .extracting(MemoryRecord.Sample::atMs)
                .containsExactly(0L, 1000L, 2000L);
    }

    @Test
    void takesTheMedianOverTheMeasuredCells() {
        MemoryRecord.Moment load = series.underLoad(seconds(11)).orElseThrow();

        // Seconds 5, 6 and 8.
        assertThat(load).isEqualTo(new MemoryRecord.Moment(MemoryRecord.LOAD, 6000, 600, 60, null, 6));
    }

    @Test
    void isEmptyWithoutASampleUnderLoad() {
        assertThat(series.underLoad(seconds(4))).isEmpty();
    }
}
