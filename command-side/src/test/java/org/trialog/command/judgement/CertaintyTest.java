package org.trialog.command.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.judgement.Certainty.NO;
import static org.trialog.command.judgement.Certainty.POSSIBLY;
import static org.trialog.command.judgement.Certainty.SURELY;

import org.junit.jupiter.api.Test;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;

class CertaintyTest {
    @Test
    void aDayIsAfterAnotherSurelyPossiblyOrNot() {
        assertThat(Certainty.after(of("2023-08-03"), of("2023-08-02"))).isEqualTo(SURELY);
        assertThat(Certainty.after(of("2023-08-02"), of("2023-08-02"))).isEqualTo(NO);
        assertThat(Certainty.after(of("2023-08"), of("2023-08-02"))).isEqualTo(POSSIBLY);
        assertThat(Certainty.after(of("2023-08"), of("2023-08-31"))).isEqualTo(NO);
        assertThat(Certainty.after(of("2023-09"), of("2023-08"))).isEqualTo(SURELY);
    }

    @Test
    void beforeIsTheMirrorOfAfter() {
        String[] dates = {"2022", "2023", "2023-08", "2023-08-02", "2023-08-03", "2023-07-01/2023-08-02"};
        for (String one : dates) {
            for (String other : dates) {
                assertThat(Certainty.before(of(one), of(other))).isEqualTo(Certainty.after(of(other), of(one)));
            }
        }
    }

    @Test
    void aWindowWhoseAnchorIsPartialCanBeMissedSurelyOnlyOnEveryReading() {
        DateRange early = of("2023-08-01/2023-08-10");
        DateRange late = of("2023-08-05/2023-08-14");

        assertThat(Certainty.outside(of("2023-08-15"), early, late)).isEqualTo(SURELY);
        assertThat(Certainty.outside(of("2023-07-31"), early, late)).isEqualTo(SURELY);
        assertThat(Certainty.outside(of("2023-08-12"), early, late)).isEqualTo(POSSIBLY);
        assertThat(Certainty.outside(of("2023-08-05/2023-08-10"), early, late)).isEqualTo(NO);
    }

    @Test
    void theLesserOfTwoCertaintiesHoldsOfBoth() {
        assertThat(SURELY.and(POSSIBLY)).isEqualTo(POSSIBLY);
        assertThat(NO.and(SURELY)).isEqualTo(NO);
    }

    private static DateRange of(String date) {
        return ClinicalDate.of(date).range().orElseThrow();
    }
}
