package org.trialog.events.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.events.wire.FactJson;

class ClinicalDateTest {

    private static final LocalDate EXPECTED = LocalDate.of(2021, 7, 4);

    @ParameterizedTest
    @CsvSource({
        "2014, 2014-01-01, 2014-12-31",
        "2014-02, 2014-02-01, 2014-02-28",
        "2016-02, 2016-02-01, 2016-02-29",
        "1900-02, 1900-02-01, 1900-02-28",
        "2000-02, 2000-02-01, 2000-02-29",
        "2014-02-17, 2014-02-17, 2014-02-17",
        "2016-02-29, 2016-02-29, 2016-02-29",
        "2014-02-17T11:45, 2014-02-17, 2014-02-17",
        "2014-02-17T11:45:30, 2014-02-17, 2014-02-17",
        "2014-03-10/2014-09-02, 2014-03-10, 2014-09-02",
        "2014-03-10/2014-03-10, 2014-03-10, 2014-03-10",
        "2014/2015-02, 2014-01-01, 2015-02-28",
    })
    void aDateLeavesOpenWhatItDoesNotSay(String text, LocalDate earliest, LocalDate latest) {
        ClinicalDate date = ClinicalDate.of(text);

        assertThat(date.range()).contains(new DateRange(earliest, latest));
        assertThat(date.text()).isEqualTo(text);
        assertThat(date.day().isPresent()).isEqualTo(earliest.equals(latest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-30",
                "2023-02-29",
                "1900-02-29",
                "2023-13",
                "2023-00",
                "2023-04-31",
                "2023-01-00",
                "2023-01-01T25:00",
                "2023-01-01T11:60"
            })
    void aDayThatDoesNotExistIsRefused(String text) {
        assertThatThrownBy(() -> ClinicalDate.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("exist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "2023-1-1", "23-01-01", "2023-01-01 ", "01.02.2023", "2023-01-01T", "2023-01-01/", "/2023",
                "2023/2024/2025", "Unknown", "GA", "GA 31+7", "GA 46", "GA -1", "GA 31+2/GA 32", "GA31", "２０２３",
                "2023-01-01T11:45Z"
            })
    void whatIsNoDateIsRefused(String text) {
        assertThatThrownBy(() -> ClinicalDate.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIntervalCannotEndBeforeItStarts() {
        assertThatThrownBy(() -> ClinicalDate.of("2014-09-02/2014-03-10"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2014-03-10");
    }

    @Test
    void aLongTextIsNotRepeatedInFull() {
        assertThatThrownBy(() -> ClinicalDate.of("x".repeat(10_000)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(250));
    }

    @ParameterizedTest
    @CsvSource({
        "GA 40+0, 2021-07-04, 2021-07-04",
        "GA 40, 2021-07-04, 2021-07-10",
        "GA 31+2, 2021-05-04, 2021-05-04",
        "GA 31, 2021-05-02, 2021-05-08",
        "GA 0+0, 2020-09-27, 2020-09-27",
        "GA 41+3, 2021-07-14, 2021-07-14",
    })
    void aGestationalAgeIsPlacedByTheExpectedDate(String text, LocalDate earliest, LocalDate latest) {
        ClinicalDate date = ClinicalDate.of(text);

        assertThat(date.range()).isEmpty();
        assertThat(date.range(null)).isEmpty();
        assertThat(date.range(EXPECTED)).contains(new DateRange(earliest, latest));
    }

    @Test
    void theExpectedDateMovesNoCalendarDate() {
        assertThat(ClinicalDate.of("2014-02").range(EXPECTED))
                .isEqualTo(ClinicalDate.of("2014-02").range());
    }

    @Test
    void anUnknownDateCanBeAnyDay() {
        assertThat(ClinicalDate.of("unknown")).isSameAs(ClinicalDate.UNKNOWN);
        assertThat(ClinicalDate.UNKNOWN.range()).isEmpty();
        assertThat(ClinicalDate.UNKNOWN.range(EXPECTED)).isEmpty();
        assertThat(ClinicalDate.UNKNOWN.day()).isEmpty();
    }

    @Test
    void aRangeOfOneDayIsThatDay() {
        LocalDate day = LocalDate.of(2020, 2, 29);

        assertThat(ClinicalDate.within(DateRange.on(day))).isEqualTo(ClinicalDate.of("2020-02-29"));
        assertThat(ClinicalDate.within(new DateRange(day, day.plusDays(1))).text())
                .isEqualTo("2020-02-29/2020-03-01");
    }

    @Test
    void whatIsWrittenDifferentlyIsNotEqual() {
        assertThat(ClinicalDate.of("2014")).isNotEqualTo(ClinicalDate.of("2014-01-01/2014-12-31"));
        assertThat(ClinicalDate.of("GA 31"))
                .isEqualTo(ClinicalDate.of("GA 31"))
                .hasSameHashCodeAs(ClinicalDate.of("GA 31"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014", "2014-02-17T11:45", "2014-03-10/2014-09-02", "GA 31+2", "unknown"})
    void itsJsonIsItsText(String text) throws JsonProcessingException {
        String json = FactJson.mapper().writeValueAsString(ClinicalDate.of(text));

        assertThat(json).isEqualTo("\"" + text + "\"");
        assertThat(FactJson.mapper().readValue(json, ClinicalDate.class)).isEqualTo(ClinicalDate.of(text));
    }
}
