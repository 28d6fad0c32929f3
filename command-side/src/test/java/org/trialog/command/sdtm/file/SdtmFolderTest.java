package org.trialog.command.sdtm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.command.sdtm.Folders;

class SdtmFolderTest {

    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void aFolderToBreak() throws IOException {
        folder = Folders.copy(Files.createDirectory(temp.resolve("sdtm")));
    }

    @Test
    void everyDomainOfTheFixtureIsReadWhateverTheCaseOfItsFileName() {
        SdtmFolder read = SdtmFolder.read(folder, UTF_8);

        assertThat(read.tables().keySet()).containsExactlyInAnyOrder(Domain.values());
        assertThat(read.rows(Domain.DS))
                .hasSize(13)
                .first()
                .extracting(Row::file)
                .isEqualTo("DS.CSV");
    }

    @Test
    void anEmptyFieldAndNaAreMissing() {
        Row first = SdtmFolder.read(folder, UTF_8).rows(Domain.DM).getFirst();

        assertThat(first.get("DTHDTC")).isNull();
        assertThat(first.get("RFSTDTC")).isEqualTo("2022-01-10");
    }

    @Test
    void linesAreCountedAsAnEditorCountsThemAlsoAfterAQuotedLineBreak() {
        assertThat(SdtmFolder.read(folder, UTF_8).rows(Domain.AE))
                .extracting(Row::line, row -> row.get("AESEQ"), row -> row.get("USUBJID"))
                .startsWith(tuple(2L, "1", "FX-01"), tuple(4L, "1", "FX-02"));
    }

    @Test
    void aStudyLevelFileOfAnotherEncodingIsReadWithAWarning() {
        SdtmFolder read = SdtmFolder.read(folder, UTF_8);

        assertThat(read.rows(Domain.TS)).hasSize(4);
        assertThat(read.rows(Domain.TS).getFirst().get("TSVAL")).isEqualTo("The importer’s own small study");
        assertThat(read.warnings()).singleElement().asString().contains("ts.csv, line 2", "windows-1252");
    }

    @Test
    void aFileOfSubjectsThatIsNotOfTheEncodingFailsWithItsLine() throws IOException {
        Files.write(
                folder.resolve("ae.csv"),
                Files.readString(folder.resolve("ae.csv")).getBytes(StandardCharsets.ISO_8859_1));

        problem(SdtmProblem.Code.WRONG_ENCODING, "ae.csv", 3);
        assertThat(SdtmFolder.read(folder, StandardCharsets.ISO_8859_1).rows(Domain.AE))
                .hasSize(8);
    }

    @Test
    void utf16IsToldApartFromAFileThatIsNotText() throws IOException {
        Files.write(
                folder.resolve("dm.csv"),
                Files.readString(folder.resolve("dm.csv")).getBytes(StandardCharsets.UTF_16));

        problem(SdtmProblem.Code.WRONG_ENCODING, "dm.csv", 1);
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstColumn() throws IOException {
        Files.writeString(folder.resolve("dm.csv"), "\uFEFF" + Files.readString(folder.resolve("dm.csv")));

        assertThat(SdtmFolder.read(folder, UTF_8).rows(Domain.DM)).hasSize(9);
    }

    @Test
    void aRowThatIsShorterOrLongerThanTheHeaderIsNamedByItsLine() {
        Folders.change(folder, "ex.csv", "FX-03,1,PLACEBO,0,mg", "FX-03,1,PLACEBO,0");
        problem(SdtmProblem.Code.MALFORMED_CSV, "ex.csv", 4);

        Folders.change(folder, "ex.csv", "FX-03,1,PLACEBO,0", "FX-03,1,PLACEBO,0,mg,extra");
        problem(SdtmProblem.Code.MALFORMED_CSV, "ex.csv", 4);
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedByTheLineWhereItOpens() {
        Folders.change(folder, "mh.csv", "ASTHMA,2014", "ASTHMA,\"2014");

        problem(SdtmProblem.Code.MALFORMED_CSV, "mh.csv", 3);
    }

    @Test
    void aQuoteInTheMiddleOfAQuotedFieldIsNamedByItsLine() {
        Folders.change(folder, "mh.csv", "high pressure", "\"high\" pressure");

        problem(SdtmProblem.Code.MALFORMED_CSV, "mh.csv", 2);
    }

    @Test
    void anEmptyFileHasNoHeader() throws IOException {
        Files.writeString(folder.resolve("cm.csv"), "");

        problem(SdtmProblem.Code.MALFORMED_CSV, "cm.csv", 1);
    }

    @Test
    void aColumnThatTheDomainNeedsIsNamed() {
        Folders.change(folder, "ae.csv", "AESTDTC", "AESTART");

        assertThat(problem(SdtmProblem.Code.MISSING_COLUMN, "ae.csv", 1)).hasMessageContaining("AESTDTC");
    }

    @Test
    void dmIsMandatory() throws IOException {
        Files.delete(folder.resolve("dm.csv"));

        assertThat(problem(SdtmProblem.Code.MISSING_DOMAIN, null, 0)).hasMessageContaining("dm.csv");
    }

    @Test
    void aDomainUnderAnotherDomainsNameIsNotWhatItSays() throws IOException {
        Files.copy(folder.resolve("sv.csv"), folder.resolve("tv.csv"), StandardCopyOption.REPLACE_EXISTING);
        problem(SdtmProblem.Code.NOT_WHAT_IT_SAYS, "tv.csv", 2);
    }

    @Test
    void aTransportFileNamedCsvIsNotWhatItSays() throws IOException {
        Files.move(folder.resolve("vs.xpt"), folder.resolve("vs.csv"));

        assertThat(problem(SdtmProblem.Code.NOT_WHAT_IT_SAYS, "vs.csv", 0)).hasMessageContaining(".xpt");
    }

    @Test
    void aCsvNamedTransportFileIsNotWhatItSays() throws IOException {
        Files.move(folder.resolve("mh.csv"), folder.resolve("mh.xpt"));

        problem(SdtmProblem.Code.NOT_WHAT_IT_SAYS, "mh.xpt", 0);
    }

    @Test
    void bytesThatAreNoTextAreNotWhatTheySay() throws IOException {
        Files.write(folder.resolve("mh.csv"), new byte[] {1, 2, 0, 4});

        problem(SdtmProblem.Code.NOT_WHAT_IT_SAYS, "mh.csv", 0);
    }

    @Test
    void aTransportFileCutInAnObservationIsMalformed() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("vs.xpt"));
        Files.write(folder.resolve("vs.xpt"), Arrays.copyOf(whole, whole.length - 160));

        problem(SdtmProblem.Code.MALFORMED_XPT, "vs.xpt", 4);
    }

    @Test
    void aDomainMayBeThereOnlyOnce() throws IOException {
        Files.copy(folder.resolve("vs.xpt"), folder.resolve("vs.csv"));

        problem(SdtmProblem.Code.DOMAIN_TWICE, "vs.xpt", 0);
    }

    @Test
    void aFileThatIsNoDomainIsLeftWithAWarning() throws IOException {
        Files.writeString(folder.resolve("suppae.csv"), "whatever");

        assertThat(SdtmFolder.read(folder, UTF_8).warnings()).anyMatch(warning -> warning.contains("suppae.csv"));
    }

    @Test
    void anEmptyFolderAndNoFolderAreToldApart() throws IOException {
        Path empty = Files.createDirectory(temp.resolve("empty"));

        assertThatExceptionOfType(SdtmProblem.class)
                .isThrownBy(() -> SdtmFolder.read(empty, UTF_8))
                .extracting(SdtmProblem::code)
                .isEqualTo(SdtmProblem.Code.EMPTY_FOLDER);
        assertThatExceptionOfType(SdtmProblem.class)
                .isThrownBy(() -> SdtmFolder.read(temp.resolve("nowhere"), UTF_8))
                .extracting(SdtmProblem::code)
                .isEqualTo(SdtmProblem.Code.NO_FOLDER);
        assertThatExceptionOfType(SdtmProblem.class)
                .isThrownBy(() -> SdtmFolder.read(folder.resolve("dm.csv"), UTF_8))
                .extracting(SdtmProblem::code)
                .isEqualTo(SdtmProblem.Code.NO_FOLDER);
    }

    private SdtmProblem problem(SdtmProblem.Code code, String file, long line) {
        try {
            SdtmFolder.read(folder, UTF_8);
        } catch (SdtmProblem problem) {
            assertThat(problem).hasMessageNotContaining("FX-0");
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isEqualTo(line);
            return problem;
        }
        throw new AssertionError("the folder was read");
    }
}
