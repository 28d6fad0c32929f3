package org.trialog.command.sdtm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.command.keys.Sealing;
import org.trialog.command.order.Act;
import org.trialog.command.order.Reason;
import org.trialog.command.order.Sender;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.file.SdtmProblem;
import org.trialog.command.sdtm.mapping.FollowUpThrough;
import org.trialog.command.sdtm.report.DomainCount;
import org.trialog.command.sdtm.report.ImportReport;
import org.trialog.command.sdtm.report.RowFinding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.RuleBook;
import org.trialog.events.Provenance;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.personal.Personal;
import org.trialog.events.personal.SubjectKey;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.subject.Recorded;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.CtcaeGrade;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.Role;
import org.trialog.events.value.Source;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

class SdtmImportTest {

    private static final StudyId STUDY = new StudyId("trialog-fix");
    private static final ImportOptions OPTIONS = ImportOptions.of(STUDY, "local:tester");

    private final DecidingOrders history = new DecidingOrders(RuleBook.STANDARD);

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void aFolderToChange() throws Exception {
        folder = Folders.copy(Files.createDirectory(temp.resolve("sdtm")));
    }

    @Test
    void everyRowOfTheFixtureIsAccountedFor() {
        ImportReport report = run(OPTIONS);

        assertThat(counted(report))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(Domain.DM, List.of(9L, 8L, 0L, 1L)),
                        Map.entry(Domain.TV, List.of(4L, 4L, 0L, 0L)),
                        Map.entry(Domain.TS, List.of(4L, 4L, 0L, 0L)),
                        Map.entry(Domain.DS, List.of(13L, 13L, 0L, 0L)),
                        Map.entry(Domain.EX, List.of(8L, 7L, 0L, 1L)),
                        Map.entry(Domain.SV, List.of(17L, 17L, 0L, 0L)),
                        Map.entry(Domain.CE, List.of(3L, 3L, 0L, 0L)),
                        Map.entry(Domain.VS, List.of(5L, 5L, 0L, 0L)),
                        Map.entry(Domain.QS, List.of(3L, 2L, 0L, 1L)),
                        Map.entry(Domain.CM, List.of(3L, 2L, 1L, 0L)),
                        Map.entry(Domain.MH, List.of(2L, 2L, 0L, 0L)),
                        Map.entry(Domain.AE, List.of(8L, 6L, 0L, 2L))));
    }

    @Test
    void aRejectedRowIsNamedByFileLineAndReason() {
        assertThat(run(OPTIONS).findings())
                .filteredOn(finding -> !finding.verdict().equals("flagged"))
                .extracting(
                        RowFinding::file, RowFinding::line, RowFinding::verdict, RowFinding::rule, RowFinding::reason)
                .containsExactlyInAnyOrder(
                        tuple("dm.csv", 10L, "rejected", 0, "other-study"),
                        tuple("ex.csv", 9L, "rejected", 0, "number-not-understood"),
                        tuple("qs.xpt", 3L, "rejected", 0, "result-missing"),
                        tuple("cm.csv", 3L, "duplicate", 0, "row-twice"),
                        tuple("ae.csv", 8L, "rejected", 17, "date-does-not-exist"),
                        tuple("ae.csv", 10L, "rejected", 0, "subject-not-in-dm"));
    }

    @Test
    void whatCouldNotBeKeptOfARowIsFlagged() {
        assertThat(run(OPTIONS).findings())
                .filteredOn(finding -> finding.file().equals("ae.csv") && finding.line() == 9)
                .extracting(RowFinding::verdict, RowFinding::reason)
                .contains(tuple("flagged", "term-not-coded"), tuple("flagged", "code-not-understood"));
    }

    @Test
    void importingAgainChangesNothing() {
        run(OPTIONS);
        int facts = history.facts().size();

        ImportReport again = run(OPTIONS);

        assertThat(history.facts()).hasSize(facts);
        assertThat(again.total().accepted()).isZero();
        assertThat(again.total().flagged()).isZero();
        assertThat(counted(again)).containsEntry(Domain.DM, List.of(9L, 0L, 8L, 1L));
        assertThat(counted(again)).containsEntry(Domain.TV, List.of(4L, 0L, 4L, 0L));
        assertThat(counted(again)).containsEntry(Domain.TS, List.of(4L, 0L, 4L, 0L));
        assertThat(counted(again)).containsEntry(Domain.AE, List.of(8L, 0L, 6L, 2L));
    }

    @Test
    void aChangedRowCorrectsItsRecordForTheReasonReImport() {
        run(OPTIONS);
        Folders.change(
                folder,
                "ae.csv",
                "FX-03,1,headache since the winter,HEADACHE,NERVOUS SYSTEM DISORDERS,MODERATE",
                "FX-03,1,headache since the winter,HEADACHE,NERVOUS SYSTEM DISORDERS,SEVERE");

        ImportReport again = run(OPTIONS);

        assertThat(counted(again)).containsEntry(Domain.AE, List.of(8L, 1L, 5L, 2L));
        assertThat(history.corrections()).singleElement().satisfies(corrected -> {
            assertThat(((AdverseEvent) corrected.before()).grade()).isEqualTo(new CtcaeGrade(2));
            assertThat(((AdverseEvent) corrected.after()).grade()).isEqualTo(new CtcaeGrade(3));
            assertThat(provenanceOf(corrected).reason()).isEqualTo("re-import");
        });
    }

    @Test
    void aChangedBirthDateCorrectsTheBirthAndNothingElseOfItsRow() {
        run(OPTIONS);
        Folders.change(folder, "dm.csv", "1951-03-04,70,YEARS,F,WHITE,NOT", "1951-03-05,70,YEARS,F,WHITE,NOT");

        ImportReport again = run(OPTIONS);

        assertThat(counted(again)).containsEntry(Domain.DM, List.of(9L, 1L, 7L, 1L));
        assertThat(history.corrections())
                .singleElement()
                .satisfies(corrected -> assertThat(corrected.after().date()).isEqualTo(ClinicalDate.of("1951-03-05")));
    }

    @Test
    void anotherEndOfFollowUpIsAChangedRow() {
        run(OPTIONS);

        run(OPTIONS.followedUp(FollowUpThrough.RFPENDTC));

        assertThat(history.corrections()).singleElement().satisfies(corrected -> {
            assertThat(((FollowUp) corrected.before()).through()).isEqualTo("2022-03-15");
            assertThat(((FollowUp) corrected.after()).through()).isEqualTo("2022-05-01");
        });
    }

    @Test
    void aRowThatAPersonHasCorrectedMeanwhileIsAConflictAndStaysAsThePersonLeftIt() {
        run(OPTIONS);
        SubjectId subject = new SubjectId("FX-02");
        Held<Treatment> held =
                history.state(STUDY, subject).standing(Treatment.class).getFirst();
        Treatment was = held.details();
        Treatment corrected = new Treatment(
                was.date(),
                was.end(),
                null,
                new Quantity(BigDecimal.ONE, "mg"),
                null,
                null,
                null,
                was.route(),
                was.frequency(),
                was.product(),
                null);
        history.carryOut(
                SubjectOrder.of(
                        STUDY,
                        subject,
                        new Act.Correct(
                                held.id(), corrected, new Reason("transcription-error", new Personal<>("k", "words")))),
                new Sender("ann", Role.COORDINATOR, null, Source.PAGE, null, null, null));
        Folders.change(folder, "ex.csv", "54.5", "60");

        ImportReport again = run(OPTIONS);

        assertThat(counted(again)).containsEntry(Domain.EX, List.of(8L, 0L, 6L, 2L));
        assertThat(again.findings())
                .filteredOn(finding -> finding.file().equals("ex.csv") && finding.line() == 3)
                .extracting(RowFinding::verdict, RowFinding::rule, RowFinding::reason)
                .containsExactly(tuple("rejected", 41, "conflict"));
        assertThat(history.state(STUDY, subject)
                        .standing(Treatment.class)
                        .getFirst()
                        .details())
                .isEqualTo(corrected);
    }

    @Test
    void anImportThatBrokeOffIsCompletedByAnotherOne() {
        DecidingOrders undisturbed = new DecidingOrders(RuleBook.STANDARD);
        run(OPTIONS, undisturbed);
        history.crashAfter(6);
        assertThatThrownBy(() -> run(OPTIONS)).hasMessage("the machine is gone");
        assertThat(history.facts()).isNotEmpty();

        history.crashAfter(Integer.MAX_VALUE);
        ImportReport again = run(OPTIONS);

        assertThat(history.facts()).hasSameSizeAs(undisturbed.facts());
        assertThat(again.total().in()).isEqualTo(79);
        assertThat(again.total().duplicate()).isPositive();
        assertThat(again.total().accepted()).isPositive();
    }

    @Test
    void aDryRunRecordsNothingAndReportsTheSame() {
        ImportReport rehearsed = run(OPTIONS.dry(true));
        assertThat(history.facts()).isEmpty();

        ImportReport report = run(OPTIONS);

        assertThat(rehearsed.json()).isEqualTo(report.json());
        assertThat(run(OPTIONS.dry(true)).total().accepted()).isZero();
    }

    @Test
    void aFolderThatCannotBeReadLeavesNothingBehind() {
        Folders.change(folder, "mh.csv", "ASTHMA,2014", "ASTHMA");

        assertThatExceptionOfType(SdtmProblem.class).isThrownBy(() -> run(OPTIONS));
        assertThat(history.facts()).isEmpty();
    }

    @Test
    void aFolderOfAnotherStudyRegistersNothing() {
        ImportReport report = run(ImportOptions.of(new StudyId("elsewhere"), "local:tester"));

        assertThat(history.facts()).isEmpty();
        assertThat(report.total().rejected()).isEqualTo(report.total().in()).isEqualTo(79);
    }

    @Test
    void sitesAreOpenedOnceInTheZoneOfTheImportWithTheirCountry() {
        run(OPTIONS);
        run(OPTIONS);

        assertThat(history.facts())
                .filteredOn(SiteOpened.class::isInstance)
                .extracting(fact -> ((SiteOpened) fact).site().value(), fact -> ((SiteOpened) fact).country())
                .containsExactly(tuple("S1", "SWE"), tuple("S2", "DEU"));
    }

    @Test
    void everyFactComesFromTheImportAndCarriesItsRow() {
        run(OPTIONS);

        assertThat(history.provenances()).allSatisfy(provenance -> {
            assertThat(provenance.source()).isEqualTo(Source.IMPORT);
            assertThat(provenance.actor()).isEqualTo("local:tester");
            assertThat(provenance.correlation()).isEqualTo(OPTIONS.importId());
        });
        assertThat(history.provenances().stream().map(Provenance::row).filter(row -> row != null))
                .anyMatch(row -> row.startsWith("dm|FX-02#death|"))
                .anyMatch(row -> row.startsWith("sv|FX-07/2~2|"));
    }

    @Test
    void noBirthDateAndNoWordsStandInClearInTheHistory() {
        run(OPTIONS);

        assertThat(history.facts().stream().filter(Recorded.class::isInstance).map(FactJson::write))
                .isNotEmpty()
                .noneMatch(json -> json.contains("1951-03-04"))
                .noneMatch(json -> json.contains("burning"))
                .noneMatch(json -> json.contains("TOO MANY VISITS"))
                .noneMatch(json -> json.contains("LAST SAMPLE"))
                .noneMatch(json -> json.contains("broke a rib"));
    }

    @Test
    void theReportAsJsonReconcilesAndNamesARuleOnlyWhereThereIsOne() {
        var json = run(OPTIONS).json();

        assertThat(json.path("study").asText()).isEqualTo("trialog-fix");
        assertThat(json.path("domains").path("ae").toString())
                .startsWith("{\"in\":8,\"accepted\":6,\"duplicate\":0,\"rejected\":2,\"flagged\":");
        assertThat(json.path("rows"))
                .extracting(JsonNode::toString)
                .contains(
                        "{\"file\":\"dm.csv\",\"line\":10,\"verdict\":\"rejected\",\"rule\":null,\"reason\":\"other-study\"}",
                        "{\"file\":\"ae.csv\",\"line\":4,\"verdict\":\"flagged\",\"rule\":31,\"reason\":\"fatal-not-serious\"}");
    }

    @Test
    void rowsThatBreakRulesAreKeptAndFlagged() {
        ImportReport report = run(OPTIONS);

        assertThat(report.findings())
                .extracting(RowFinding::file, RowFinding::line, RowFinding::rule, RowFinding::reason)
                .contains(
                        tuple("ae.csv", 4L, 31, "fatal-not-serious"),
                        tuple("sv.csv", 8L, 18, "after-death"),
                        tuple("ae.csv", 5L, 17, "partial-date"),
                        tuple("ae.csv", 6L, 17, "partial-date"));
        assertThat(report.domains().get(Domain.AE).flagged()).isEqualTo(4);
        assertThat(report.domains().get(Domain.SV).flagged()).isEqualTo(2);
        assertThat(history.flags(31))
                .singleElement()
                .extracting(RecordFlagged::code)
                .isEqualTo("fatal-not-serious");
    }

    @Test
    void withoutTheRuleTheFlagIsGone() {
        DecidingOrders lax = new DecidingOrders(RuleBook.STANDARD.without("fatal-not-serious"));

        assertThat(run(OPTIONS, lax).findings())
                .noneMatch(finding -> finding.reason().equals("fatal-not-serious"));
    }

    private ImportReport run(ImportOptions options) {
        return run(options, history);
    }

    private ImportReport run(ImportOptions options, DecidingOrders orders) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        return new SdtmImport(
                        orders,
                        orders,
                        (study, subject) -> new Sealing(() -> new SubjectKey(
                                subject.value(),
                                ("key of " + subject + " ".repeat(40))
                                        .substring(0, 32)
                                        .getBytes(StandardCharsets.UTF_8))),
                        new DecidedRehearsal(orders::state, clock, RuleBook.STANDARD))
                .run(folder, options, ImportProgress.NONE);
    }

    private Provenance provenanceOf(Object fact) {
        return history.provenances().get(history.facts().indexOf(fact));
    }

    private static Map<Domain, List<Long>> counted(ImportReport report) {
        Map<Domain, List<Long>> counted = new EnumMap<>(Domain.class);
        report.domains()
                .forEach((domain, count) -> counted.put(
                        domain, List.of(count.in(), count.accepted(), count.duplicate(), count.rejected())));
        assertThat(report.domains().values()).extracting(DomainCount::in).allMatch(rows -> rows > 0);
        return counted;
    }
}
