package org.trialog.query.plot.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void valuesStepByOneTwoOrFiveAndEndAroundTheData() {
        assertThat(Ticks.linear(0, 9.3, 5)).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
        assertThat(Ticks.linear(0, 1, 5).stream().map(Digits::tick))
                .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(Ticks.linear(-12, 7, 4)).containsExactly(-15.0, -10.0, -5.0, 0.0, 5.0, 10.0);
    }

    @Test
    void ratiosStepByPowersAndTheirHalves() {
        assertThat(Ticks.logarithmic(0.3, 2.5).stream().map(Digits::tick)).containsExactly("0.2", "0.5", "1", "2", "5");
        assertThat(Ticks.logarithmic(0.01, 100)).containsExactly(0.01, 0.1, 1.0, 10.0, 100.0);
    }

    @Test
    void timeIsToldInDaysMonthsOrYears() {
        assertThat(TimeAxis.of(0, 30).unit()).isEqualTo("days");
        assertThat(TimeAxis.of(0, 30).ticks().stream().map(TimeAxis.Tick::label))
                .containsExactly("0", "5", "10", "15", "20", "25", "30");
        assertThat(TimeAxis.of(0, 365).unit()).isEqualTo("months");
        assertThat(TimeAxis.of(0, 365).ticks().getLast()).isEqualTo(new TimeAxis.Tick(365, "12"));
        assertThat(TimeAxis.of(-400, 3000).unit()).isEqualTo("years");
        assertThat(TimeAxis.of(-400, 2500).ticks().getFirst()).isEqualTo(new TimeAxis.Tick(-365, "−1"));
        assertThat(TimeAxis.of(0, 0).ticks()).containsExactly(new TimeAxis.Tick(0, "0"));
    }

    @Test
    void aScaleKeepsItsEndsAndRefusesToHaveNone() {
        Scale scale = Scale.logarithmic(0.1, 10, 0, 100);
        assertThat(scale.at(1)).isCloseTo(50, within(1e-9));
        assertThat(scale.within(1000)).isEqualTo(100);
        assertThatThrownBy(() -> Scale.linear(1, 1, 0, 10)).hasMessageContaining("no scale");
    }
}
