package dev.twinlab.lab.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void ticksAreRoundAndWithinTheScale() {
        assertThat(new Scale(0, 1_040, 0, 300, false).ticks(5))
                .containsExactly(0.0, 200.0, 400.0, 600.0, 800.0, 1_000.0);
        assertThat(new Scale(3.1, 4.4, 0, 300, false).ticks(5))
                .hasSizeBetween(3, 7)
                .allMatch(it -> it >= 3.1 && it <= 4.4);
        assertThat(new Scale(0.7, 60, 0, 300, true).ticks(6)).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0, 50.0);
        assertThat(new Scale(0.001, 1_000, 0, 300, true).ticks(6))
                .containsExactly(0.001, 0.01, 0.1, 1.0, 10.0, 100.0, 1_000.0);
        // Less than a decade: a logarithmic axis with one label would say nothing.
        assertThat(new Scale(3.1, 4.4, 0, 300, true).ticks(5)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void oneValueAndNoSpreadStillHaveAScale() {
        Scale scale = Scale.withoutFarValues(List.of(7.0, 7.0, 7.0), 0, 100);
        assertThat(scale.at(7)).isEqualTo(50);
        assertThat(Scale.around(0, 0, 0, 100).at(0)).isEqualTo(50);
    }

    @Test
    void aFarValueIsLeftOffTheScaleAndANearOneIsNot() {
        List<Double> near = List.of(100.0, 101.0, 99.0, 102.0, 98.0, 112.0);
        assertThat(Scale.withoutFarValues(near, 0, 100).high()).isGreaterThan(112);
        List<Double> far = List.of(100.0, 101.0, 99.0, 102.0, 98.0, 4_000.0);
        assertThat(Scale.withoutFarValues(far, 0, 100).high()).isLessThan(200);
    }

    @Test
    void aLabelThatWouldTouchTheOneBeforeItIsLeftOut() {
        Svg svg = new Svg("axis", 300, 100, "title", "description");
        new Frame(0, 0, 300, 60).xAxis(svg, List.of(10.0, 20.0, 100.0), List.of("first", "second", "third"), "name");
        assertThat(svg.finish()).contains(">first<", ">third<").doesNotContain(">second<");
    }

    @Test
    void numbersReadWell() {
        assertThat(Numbers.value(0.012345)).isEqualTo("0.0123");
        assertThat(Numbers.value(9.995)).isEqualTo("9.99");
        assertThat(Numbers.value(123.456)).isEqualTo("123");
        assertThat(Numbers.value(999.7)).isEqualTo("1,000");
        assertThat(Numbers.value(12_345_678)).isEqualTo("12,345,678");
        assertThat(Numbers.value(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.ratio(0.99951)).isEqualTo("1.000");
        assertThat(Numbers.p(0.0004)).isEqualTo("<0.001");
    }
}
