package org.trialog.command.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Rejection;
import org.trialog.command.order.StudyOrder.RegisterAggregates;
import org.trialog.events.study.AggregateResultRegistered;

class AggregateFileTest {

    private static final String HEAD = "trial,group,control,measure,at,n,mean,standardDeviation,remark,source\n";
    private static final String ONE = "Ali 2020,cells,false,womac,P6M,20,12.4,4.1,\"a, b\",\"J; 1\"\n";
    private static final String OTHER = "Ali 2020,control,true,womac,P6M,18,17.9,5.3,,J; 1\n";

    private final Conduct study = new Conduct();

    @Test
    void aFileIsRegisteredWholeUnderItsName() {
        assertThat(study.when(file("womac.csv", HEAD + ONE + "\n" + OTHER)))
                .hasSize(2)
                .allSatisfy(fact ->
                        assertThat(((AggregateResultRegistered) fact).file()).isEqualTo("womac.csv"))
                .first()
                .isInstanceOfSatisfying(AggregateResultRegistered.class, fact -> {
                    assertThat(fact.remark()).isEqualTo("a, b");
                    assertThat(fact.mean()).isEqualByComparingTo("12.4");
                });
    }

    @Test
    void theSameFileAgainChangesNothing() {
        study.given(file("womac.csv", HEAD + ONE + OTHER));

        assertThat(study.when(file("womac.csv", HEAD + ONE + OTHER))).isEmpty();
    }

    @Test
    void aRegisteredResultDoesNotChangeButACorrectedFileMayHaveANameOfItsOwn() {
        study.given(file("womac.csv", HEAD + ONE + OTHER));
        String corrected = HEAD + ONE.replace("12.4", "12.5") + OTHER;

        assertThat(rejection(() -> study.when(file("womac.csv", corrected))).sentence())
                .contains("line 2", "aggregate-1", "a name of its own");
        assertThat(study.when(file("womac-2.csv", corrected))).hasSize(2);
    }

    @Test
    void everyLineThatIsRefusedIsNamedAndNothingIsRegistered() {
        Rejection rejection = rejection(() -> study.when(file(
                "womac.csv",
                HEAD
                        + ONE
                        + OTHER.replace("18", "0")
                        + OTHER.replace("5.3", "-5").replace("control,", "c,"))));

        assertThat(rejection.code()).isEqualTo("aggregate-lines");
        assertThat(rejection.fields()).containsExactly("line 3.n", "line 4.standardDeviation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "line 2.n | n | ,20, | ,2o,",
                "line 2.control | control | false | no",
                "line 2.at | at | P6M | 6 months",
                "line 2.mean | mean | 12.4 | 12.4.1",
                "line 2.trial | trial | Ali 2020 | ''",
            })
    void aCellIsNamedByLineAndColumn(String field, String column, String right, String wrong) {
        Rejection rejection = rejection(() -> file("womac.csv", HEAD + ONE.replaceFirst(right, wrong)));

        assertThat(rejection.fields()).containsExactly(field);
        assertThat(rejection.sentence()).contains("line 2, column " + column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "there is no column 'weight' | trial,weight",
                "the column 'trial' stands twice | trial,trial",
                "the column 'source' is missing | trial,group,control,measure,at,n",
                "there is no result | trial,group,control,measure,at,n,source",
                "the file is empty | ''",
            })
    void aHeaderThatDoesNotFitIsRefused(String says, String header) {
        assertThat(rejection(() -> file("womac.csv", header)).sentence()).contains(says);
    }

    @Test
    void whatIsNoCsvIsRefusedWithItsLine() {
        assertThat(rejection(() -> file("womac.csv", HEAD + "one,two\n")).sentence())
                .contains("Line 2", "2 cells, the header 10");
        assertThat(rejection(() -> AggregateFile.read(Conduct.STUDY, "a.csv", new byte[] {(byte) 0xC3, 0x28}))
                        .code())
                .isEqualTo("aggregate-file-encoding");
        assertThat(rejection(() -> file("../a.csv", HEAD)).code()).isEqualTo("aggregate-file-name");
    }

    private static RegisterAggregates file(String name, String text) {
        return AggregateFile.read(Conduct.STUDY, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Rejection rejection(Runnable act) {
        Rejection[] rejection = new Rejection[1];
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(OrderRefused.class, refused -> rejection[0] = refused.rejection());
        return rejection[0];
    }
}
