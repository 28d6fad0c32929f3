package org.trialog.events.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.value.ClinicalDate;

class PersonalShapeTest {

    @Test
    void aBirthDateIsPersonalAndIsADate() {
        assertThat(PersonalShape.names(Birth.class)).containsExactly("birthDate");
        assertThat(PersonalShape.names(Birth.class, ClinicalDate.class)).containsExactly("birthDate");
        assertThat(PersonalShape.names(Birth.class, String.class)).isEmpty();
        assertThat(PersonalShape.names(Fracture.class, String.class)).containsExactly("note");
    }

    @Test
    void noKindOfRecordHidesAPersonalFieldDeeperInside() {
        assertThat(Arrays.stream(RecordKind.values())
                        .flatMap(kind -> Stream.of(kind.type().getRecordComponents()))
                        .filter(component -> component.getType() != Personal.class)
                        .filter(component -> holdsPersonal(component.getType())
                                || component.getGenericType().getTypeName().contains("Personal")))
                .isEmpty();
    }

    private static boolean holdsPersonal(Class<?> type) {
        return type.isRecord()
                && Stream.of(type.getRecordComponents())
                        .anyMatch(component ->
                                component.getType() == Personal.class || holdsPersonal(component.getType()));
    }
}
