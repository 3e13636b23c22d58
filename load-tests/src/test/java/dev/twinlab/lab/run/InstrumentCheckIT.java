package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.lab.run.InstrumentCheck.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With the real k6. How accurate it is here and now is for the self-test to say; that it measures the delays is for this. */
@Timeout(120)
class InstrumentCheckIT {
    private static final double LOOSE_MS = 20;

    @Test
    void theSpectrumIsThatOfTheDelays() throws InterruptedException {
        List<Reading> readings = new InstrumentCheck(TestTools.k6(), TestTools.SCRIPT, 100, 12).accuracy();

        assertThat(readings).extracting(Reading::percentile).contains("1", "50", "90", "99");
        assertThat(readings).isSortedAccordingTo((one, other) -> Double.compare(one.toldMs(), other.toldMs()));
        // A stalled machine adds to a delay and never takes from it.
        assertThat(readings).allMatch(it -> it.toldMs() > it.trueMs() - 1);
        Reading median = readings.stream()
                .filter(it -> it.percentile().equals("50"))
                .findFirst()
                .orElseThrow();
        assertThat(median.toldMs()).isBetween(median.trueMs() - 1, median.trueMs() + LOOSE_MS);
    }

    @Test
    void theFloorIsFarBelowAnyDelay() throws InterruptedException {
        Map<String, Double> floor = new InstrumentCheck(TestTools.k6(), TestTools.SCRIPT, 100, 5).floor();

        assertThat(floor).containsKeys("50", "90");
        assertThat(floor.get("50")).isBetween(0.0, LOOSE_MS);
    }

    @Test
    void anInstrumentThatIsWrongIsToldSo() {
        assertThat(new Reading("50", 3.0, 3.4).accurate()).isTrue();
        assertThat(new Reading("50", 3.0, 3.6).accurate()).isFalse();
        assertThat(new Reading("99", 100, 101.9).accurate()).isTrue();
        assertThat(new Reading("99", 100, 97.9).accurate()).isFalse();
    }
}
