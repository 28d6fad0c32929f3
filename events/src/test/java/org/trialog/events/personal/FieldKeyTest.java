package org.trialog.events.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.trialog.events.value.ClinicalDate;

class FieldKeyTest {

    private final FieldKey key = FieldKey.generate("key-1");

    @Test
    void whatWasSealedOpensUnderTheSameKey() {
        Personal<ClinicalDate> sealed = key.seal(ClinicalDate.of("2021-02"));

        assertThat(key.open(sealed, ClinicalDate::of)).isEqualTo(ClinicalDate.of("2021-02"));
        assertThat(sealed.key()).isEqualTo("key-1");
    }

    @Test
    void theClearTextIsNowhereInTheSealedField() {
        Personal<String> sealed = key.seal("fell while standing up");

        assertThat(new String(Base64.getDecoder().decode(sealed.ciphertext()), StandardCharsets.ISO_8859_1))
                .doesNotContain("fell");
        assertThat(sealed.toString()).isEqualTo("Personal[key-1]");
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        assertThat(key.seal("x").ciphertext()).isNotEqualTo(key.seal("x").ciphertext());
    }

    @Test
    void everyAlteredByteIsNoticed() {
        byte[] framed = Base64.getDecoder().decode(key.seal("2021-02-28").ciphertext());
        for (int place = 0; place < framed.length; place++) {
            byte[] altered = framed.clone();
            altered[place] ^= 1;
            Personal<String> forged =
                    new Personal<>("key-1", Base64.getEncoder().encodeToString(altered));

            assertThatThrownBy(() -> key.open(forged, text -> text)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatIsNoCiphertextIsRefusedAsSuch() {
        assertThatThrownBy(() -> key.open(new Personal<String>("key-1", "AAAA"), text -> text))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key.open(new Personal<String>("key-1", "not base64!"), text -> text))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        Personal<String> sealed = key.seal("x");

        assertThatThrownBy(() -> FieldKey.generate("key-1").open(sealed, text -> text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key-1");
    }
}
