package org.trialog.events.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.events.wire.FactJson;

class IdentifierTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Boostb4", "-boost", "boost b4", "böost", "a/b", "a\nb", "boostb4\n"})
    void aStudyIsNamedBySmallLettersDigitsAndHyphens(String text) {
        assertThatThrownBy(() -> new StudyId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "01 701", "../x", "a/b", "-1", "Åsa", "x\n"})
    void aCodeHasNoSpacesOrSlashes(String text) {
        assertThatThrownBy(() -> new SubjectId(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SiteId(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ArmId(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BatchId(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RecordId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsTooLongIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> new SubjectId("x".repeat(65)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(200));
        assertThat(new SubjectId("x".repeat(64)).value()).hasSize(64);
    }

    @Test
    void anIdIsPlainTextInJson() throws JsonProcessingException {
        assertThat(FactJson.mapper().writeValueAsString(new SubjectId("01-701-1015")))
                .isEqualTo("\"01-701-1015\"");
        assertThat(FactJson.mapper().readValue("\"01-701-1015\"", SubjectId.class))
                .isEqualTo(new SubjectId("01-701-1015"));
    }

    @Test
    void aStreamIsNamedByWhatItHolds() {
        StudyId study = new StudyId("boostb4");

        assertThat(StreamId.of(study)).hasToString("study:boostb4");
        assertThat(StreamId.of(study, new SubjectId("SE-004"))).hasToString("subject:boostb4/SE-004");
        assertThat(StreamId.of(study, new BatchId("B-1"))).hasToString("batch:boostb4/B-1");
    }

    @Test
    void idsSortByTheirText() {
        assertThat(new SubjectId("SE-004")).isLessThan(new SubjectId("SE-010"));
        assertThat(new RecordId("visit-1")).isGreaterThan(new RecordId("fracture-9"));
    }

    @Test
    void aGradeLiesBetweenOneAndFive() {
        assertThatThrownBy(() -> new CtcaeGrade(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CtcaeGrade(6)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new CtcaeGrade(2)).isLessThan(CtcaeGrade.DEATH);
    }

    @Test
    void anAmountIsNeverNegativeAndHasAUnit() {
        assertThat(new Quantity(BigDecimal.ZERO, "mg").amount()).isZero();
        assertThatThrownBy(() -> new Quantity(new BigDecimal("-0.1"), "mg"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quantity(BigDecimal.ONE, " ")).isInstanceOf(IllegalArgumentException.class);
    }
}
