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

class AgeTest {

    @ParameterizedTest
    @CsvSource({"16+0, 112, 112", "35+6, 251, 251", "31, 217, 223", "0, 0, 6", "45+6, 321, 321", "9+1, 64, 64"})
    void aGestationalAgeInWholeWeeksLeavesSevenDaysOpen(String text, int fewest, int most)
            throws JsonProcessingException {
        GestationalAge age = GestationalAge.of(text);

        assertThat(age.fewestDays()).isEqualTo(fewest);
        assertThat(age.mostDays()).isEqualTo(most);
        assertThat(age.text()).isEqualTo(text);
        assertThat(FactJson.mapper().readValue(FactJson.mapper().writeValueAsString(age), GestationalAge.class))
                .isEqualTo(age);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "16+7", "16+", "+3", "46", "46+0", "100", "16-2", "16 + 2", "16+10", "-1"})
    void whatIsNoGestationalAgeIsRefused(String text) {
        assertThatThrownBy(() -> GestationalAge.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fortyWeeksAreTheExpectedDate() {
        LocalDate expected = LocalDate.of(2020, 2, 29);

        assertThat(GestationalAge.of("40+0").range(expected)).isEqualTo(DateRange.on(expected));
        assertThat(GestationalAge.of("0+0").range(expected)).isEqualTo(DateRange.on(LocalDate.of(2019, 5, 25)));
    }

    @Test
    void anAgeKnowsTheDaysOnWhichTheBirthCanHaveBeen() {
        DateRange birth = new DateRange(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 2, 29));

        AgeOn age = AgeOn.of(birth, LocalDate.of(2021, 2, 28));

        assertThat(age.fewestDays()).isEqualTo(365);
        assertThat(age.mostDays()).isEqualTo(393);
        assertThat(age.birth()).isEqualTo(birth);
    }

    @Test
    void beforeBirthAnAgeIsNegative() {
        LocalDate birth = LocalDate.of(2021, 3, 1);

        AgeOn age = AgeOn.of(DateRange.on(birth), LocalDate.of(2021, 2, 1));

        assertThat(age.mostDays()).isEqualTo(-28);
        assertThat(age.birth()).isEqualTo(DateRange.on(birth));
    }

    @Test
    void theFewestDaysCannotExceedTheMost() {
        assertThatThrownBy(() -> new AgeOn(LocalDate.of(2021, 1, 1), 10, 9))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
