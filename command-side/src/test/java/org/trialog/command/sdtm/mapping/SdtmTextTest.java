package org.trialog.command.sdtm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdtmTextTest {

    @ParameterizedTest
    @CsvSource({
        "2014, 2014",
        "2014-02, 2014-02",
        "2014-02-17, 2014-02-17",
        "2014-02-17T11:45, 2014-02-17T11:45",
        "2014-02-17T11:45:30.5Z, 2014-02-17T11:45:30",
        "2014-02-17T11, 2014-02-17",
        "2003---15, 2003",
        "2014-03-10/2014-09-02T08, 2014-03-10/2014-09-02"
    })
    void anIsoDateIsKeptAsPreciselyAsAClinicalDateCan(String written, String kept) {
        assertThat(SdtmText.date(written).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-30, 17, date-does-not-exist",
        "2023-13, 17, date-does-not-exist",
        "17FEB2014, 0, date-not-understood",
        "02/17/2014, 0, date-not-understood",
        "unknown, 0, date-not-understood",
        "GA 31+2, 0, date-not-understood"
    })
    void aDateThatDoesNotExistIsToldApartFromOneThatIsNoDate(String written, int rule, String reason) {
        assertThatExceptionOfType(NotUnderstood.class)
                .isThrownBy(() -> SdtmText.date(written))
                .satisfies(why -> assertThat(why.rule()).isEqualTo(rule))
                .satisfies(why -> assertThat(why.reason()).isEqualTo(reason));
    }

    @Test
    void aNumberInAnIdentityHasOneForm() {
        assertThat(SdtmText.plain("3.0")).isEqualTo("3");
        assertThat(SdtmText.plain("03")).isEqualTo("3");
        assertThat(SdtmText.plain("9.10")).isEqualTo("9.1");
    }

    @Test
    void codesKeepWhatAnIdentifierCanHold() {
        assertThat(SdtmText.slug("WEEK 10 (T)")).isEqualTo("week-10-t");
        assertThat(SdtmText.identifier("Xan_Lo")).isEqualTo("Xan_Lo");
        assertThat(SdtmText.identifier("Arm A/B")).isEqualTo("Arm-A-B");
    }
}
