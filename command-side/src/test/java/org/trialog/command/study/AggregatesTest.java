package org.trialog.command.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialog.command.order.StudyOrder.RegisterAggregate;
import org.trialog.events.study.AggregateResultRegistered;
import org.trialog.events.value.RecordId;
import org.trialog.events.wire.FactJson;

class AggregatesTest {

    private final Conduct study = new Conduct();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'mean': 12.5, 'standardDeviation': 3",
                "'median': 13.5, 'lowerQuartile': 8, 'upperQuartile': 33",
                "'events': 31, 'personYears': 12.5",
                "'events': 3"
            })
    void aResultGivesItsNumbersInOneForm(String numbers) throws Exception {
        assertThat(study.when(result(numbers)))
                .singleElement()
                .isInstanceOfSatisfying(AggregateResultRegistered.class, fact -> assertThat(fact.aggregate())
                        .isEqualTo(new RecordId("aggregate-1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aggregate-form | 'n': 10",
                "aggregate-form | 'mean': 12.5",
                "aggregate-form | 'standardDeviation': 3",
                "aggregate-form | 'median': 13.5, 'lowerQuartile': 8",
                "aggregate-form | 'personYears': 3",
                "aggregate-form | 'mean': 12.5, 'standardDeviation': 3, 'events': 2",
                "aggregate-form | 'mean': 12.5, 'standardDeviation': 3, 'median': 2",
                "aggregate-deviation | 'mean': 12.5, 'standardDeviation': -3",
                "aggregate-quartiles | 'median': 13.5, 'lowerQuartile': 33, 'upperQuartile': 8",
                "aggregate-quartiles | 'median': 33.5, 'lowerQuartile': 8, 'upperQuartile': 33",
                "aggregate-person-years | 'events': 3, 'personYears': 0",
                "aggregate-events | 'events': 11",
                "aggregate-events | 'events': -1, 'personYears': 2",
                "aggregate-of-nobody | 'events': 0, 'n': 0",
                "aggregate-before-start | 'events': 0, 'at': 'P-1M'",
                "aggregate-injections | 'events': 0, 'injections': -1",
                "words-missing | 'events': 0, 'source': ' '"
            })
    void numbersThatCannotBeAreRefused(String code, String numbers) throws Exception {
        study.refuses(code, result(numbers));
    }

    @Test
    void theSameResultIsRegisteredOnce() throws Exception {
        RegisterAggregate result = result("'events': 3");
        study.given(result);
        assertThat(study.when(result)).isEmpty();
        assertThat(study.when(result("'events': 4"))).hasSize(1);
    }

    private static RegisterAggregate result(String numbers) throws JsonProcessingException {
        ObjectNode whole = (ObjectNode)
                FactJson.mapper()
                        .readTree(
                                """
            {"study": "bones", "trial": "Lamo-Espinosa 2016", "group": "high dose", "control": false,
             "measure": "womac", "at": "P12M", "n": 10, "source": "J Transl Med 2016;14:246"}
            """);
        whole.setAll((ObjectNode) FactJson.mapper().readTree("{" + numbers.replace('\'', '"') + "}"));
        return FactJson.mapper().treeToValue(whole, RegisterAggregate.class);
    }
}
