package org.trialog.events.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.wire.FactJson;

class TokenTest {

    static Stream<Enum<?>> constantsThatAreStoredAsTokens() {
        return Stream.of(Role.values(), Source.values(), OutcomeDefinition.Kind.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("constantsThatAreStoredAsTokens")
    void aTokenIsWhatTheJsonOfAConstantSays(Enum<?> constant) {
        assertThat(FactJson.mapper().convertValue(constant, String.class)).isEqualTo(Token.of(constant));
    }

    @ParameterizedTest
    @MethodSource("constantsThatAreStoredAsTokens")
    void aTokenIsReadBack(Enum<?> constant) {
        assertThat((Object) Token.read(constant.getDeclaringClass(), Token.of(constant)))
                .isEqualTo(constant);
    }

    @ParameterizedTest
    @MethodSource("constantsThatAreStoredAsTokens")
    void nothingElseIsRead(Enum<?> constant) {
        assertThatIllegalArgumentException().isThrownBy(() -> Token.read(Role.class, constant.name()));
    }
}
