package org.trialog.events.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SubjectKeyTest {

    private final SubjectKey subject = SubjectKey.generate("subject-1");
    private final FieldKey field = FieldKey.generate("key-1");

    @Test
    void aFieldsKeyIsWrappedAndUnwrappedByItsSubjects() {
        Personal<String> sealed = field.seal("fell while standing up");
        byte[] wrapped = subject.wrap(field);

        SubjectKey again = new SubjectKey("subject-1", subject.secret());
        assertThat(again.unwrap("key-1", wrapped).open(sealed, text -> text)).isEqualTo("fell while standing up");
    }

    @Test
    void noOtherSubjectsKeyUnwrapsIt() {
        byte[] wrapped = subject.wrap(field);
        assertThatThrownBy(() -> SubjectKey.generate("subject-1").unwrap("key-1", wrapped))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itUnwrapsUnderItsOwnIdOnly() {
        byte[] wrapped = subject.wrap(field);
        assertThatThrownBy(() -> subject.unwrap("key-2", wrapped))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key-2");
    }

    @Test
    void aKeyHas32Bytes() {
        assertThatThrownBy(() -> new SubjectKey("subject-1", new byte[16]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
