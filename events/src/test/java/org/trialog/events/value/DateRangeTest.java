package org.trialog.events.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 2, 28);
    private static final LocalDate LAST = LocalDate.of(2020, 3, 3);
    private static final DateRange RANGE = new DateRange(FIRST, LAST);

    @Test
    void bothEndsBelongToIt() {
        assertThat(RANGE.contains(FIRST)).isTrue();
        assertThat(RANGE.contains(LAST)).isTrue();
        assertThat(RANGE.contains(FIRST.minusDays(1))).isFalse();
        assertThat(RANGE.contains(LAST.plusDays(1))).isFalse();
        assertThat(RANGE.exact()).isFalse();
        assertThat(DateRange.on(FIRST).exact()).isTrue();
    }

    @Test
    void surelyMeansOnEveryReading() {
        assertThat(RANGE.surelyBefore(LAST.plusDays(1))).isTrue();
        assertThat(RANGE.surelyBefore(LAST)).isFalse();
        assertThat(RANGE.surelyAfter(FIRST.minusDays(1))).isTrue();
        assertThat(RANGE.surelyAfter(FIRST)).isFalse();
        assertThat(RANGE.surelyBefore(DateRange.on(LAST))).isFalse();
        assertThat(RANGE.surelyBefore(new DateRange(LAST.plusDays(1), LAST.plusDays(9))))
                .isTrue();
        assertThat(DateRange.on(LAST.plusDays(1)).surelyAfter(RANGE)).isTrue();
        assertThat(DateRange.on(LAST).surelyAfter(RANGE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-02-28, 2020-02-28, 2020-02-28",
        "2020-02-28, 2020-02-29, 2020-02-28",
        "2020-02-28, 2020-03-01, 2020-02-29",
        "2014-01-01, 2014-12-31, 2014-07-02",
        "2016-01-01, 2016-12-31, 2016-07-01",
    })
    void theMidpointIsRoundedDown(LocalDate from, LocalDate to, LocalDate midpoint) {
        assertThat(new DateRange(from, to).midpoint()).isEqualTo(midpoint);
    }

    @Test
    void itCannotEndBeforeItStarts() {
        assertThatThrownBy(() -> new DateRange(LAST, FIRST)).isInstanceOf(IllegalArgumentException.class);
    }
}
