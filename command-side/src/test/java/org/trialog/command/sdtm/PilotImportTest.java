package org.trialog.command.sdtm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.trialog.command.keys.Sealing;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.report.ImportReport;
import org.trialog.command.sdtm.report.RowFinding;
import org.trialog.command.subject.RuleBook;
import org.trialog.events.Fact;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.personal.SubjectKey;
import org.trialog.events.subject.Recorded;
import org.trialog.events.value.CtcaeGrade;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** A real trial, where its files stand beside the checkout: the facts that its README gives to reconcile against. */
@DisplayName("CDISCPILOT01, skipped where its files do not stand beside the checkout")
class PilotImportTest {

    private static final Path PILOT =
            Path.of(System.getProperty("trialog.root", ".."), "..", "shared", "data", "cdiscpilot01");
    private static final SubjectKey KEY = SubjectKey.generate("key");

    private final DecidingOrders history = new DecidingOrders(RuleBook.STANDARD);

    @BeforeEach
    void thePilotIsThere() {
        assumeTrue(Files.isDirectory(PILOT), "no " + PILOT + " beside the checkout");
    }

    @Test
    void everyRowIsAcceptedOnceAndADuplicateTheSecondTime() {
        Map<Domain, Long> rows = Map.of(
                Domain.DM, 306L, Domain.TV, 21L, Domain.TS, 33L, Domain.DS, 850L, Domain.EX, 591L, Domain.SV, 3559L,
                Domain.AE, 1191L);

        ImportReport first = run(history);
        int facts = history.facts().size();
        ImportReport second = run(history);

        assertThat(first.domains().keySet()).isEqualTo(rows.keySet());
        first.domains().forEach((domain, count) -> assertThat(count.accepted()).isEqualTo(rows.get(domain)));
        second.domains()
                .forEach((domain, count) -> assertThat(count.duplicate()).isEqualTo(rows.get(domain)));
        assertThat(first.total().in()).isEqualTo(6551).isEqualTo(first.total().accepted());
        assertThat(history.facts()).hasSize(facts);
    }

    @Test
    void theThreeFatalEventsThatWereCalledNotSeriousAreKeptAndFlagged() {
        ImportReport report = run(history);

        assertThat(report.findings())
                .filteredOn(finding -> finding.reason().equals("fatal-not-serious"))
                .hasSize(3)
                .allMatch(finding -> finding.rule() == 31 && finding.domain() == Domain.AE);
        assertThat(subjectsFlagged("fatal-not-serious")).containsExactly("01-701-1211", "01-704-1445", "01-710-1083");
        assertThat(history.recorded(AdverseEvent.class))
                .filteredOn(AdverseEvent::fatal)
                .hasSize(3)
                .noneMatch(AdverseEvent::serious);
    }

    @Test
    void theVisitAfterDeathIsKeptAndFlagged() {
        assertThat(run(history).findings())
                .filteredOn(finding -> finding.rule() == 18)
                .extracting(RowFinding::file, RowFinding::line)
                .containsExactly(tuple("sv.csv", 2226L));
        assertThat(subjectsFlagged("after-death")).containsExactly("01-710-1083");
    }

    @Test
    void theTwentySixPartialOnsetsAreKeptAsWrittenAndFlagged() {
        ImportReport report = run(history);

        assertThat(history.flags(17))
                .filteredOn(flag -> flag.code().equals("partial-date"))
                .hasSize(26);
        // A row is told by its heaviest flag: two of the 26 were collected before they began.
        assertThat(report.findings())
                .filteredOn(finding -> finding.reason().equals("partial-date")
                        || finding.reason().equals("aware-before-onset"))
                .hasSize(26)
                .allMatch(finding -> finding.domain() == Domain.AE);
        assertThat(history.recorded(AdverseEvent.class).stream()
                        .map(event -> event.date().text().length())
                        .collect(Collectors.groupingBy(length -> length, Collectors.counting())))
                .containsOnly(Map.entry(4, 11L), Map.entry(7, 15L), Map.entry(10, 1165L));
    }

    @Test
    void armsAreThePlannedOnesWithTwelveActualOnesBeside() {
        run(history);

        assertThat(history.recorded(Randomisation.class).stream()
                        .collect(
                                Collectors.groupingBy(allotted -> allotted.arm().value(), Collectors.counting())))
                .containsOnly(Map.entry("Pbo", 86L), Map.entry("Xan_Lo", 84L), Map.entry("Xan_Hi", 84L));
        assertThat(history.recorded(Randomisation.class))
                .filteredOn(allotted -> allotted.actualArm() != null)
                .hasSize(12);
        assertThat(history.recorded(ScreenFailure.class)).hasSize(52);
        assertThat(history.recorded(Consent.class)).isEmpty();
    }

    @Test
    void dispositionsAreTheOnesOfTheSource() {
        run(history);

        assertThat(history.recorded(Completion.class)).hasSize(110);
        assertThat(history.recorded(Death.class)).hasSize(3);
        assertThat(history.recorded(LossToFollowUp.class)).hasSize(2);
        assertThat(history.recorded(Withdrawal.class).stream()
                        .collect(Collectors.groupingBy(Withdrawal::reason, Collectors.counting())))
                .containsOnly(
                        Map.entry("adverse-event", 92L),
                        Map.entry("withdrawal-by-subject", 27L),
                        Map.entry("study-terminated-by-sponsor", 7L),
                        Map.entry("protocol-violation", 6L),
                        Map.entry("lack-of-efficacy", 4L),
                        Map.entry("physician-decision", 3L));
    }

    @Test
    void adverseEventsAndDosesKeepTheirNumbers() {
        run(history);

        assertThat(history.recorded(AdverseEvent.class).stream()
                        .collect(Collectors.groupingBy(AdverseEvent::grade, Collectors.counting())))
                .containsOnly(
                        Map.entry(new CtcaeGrade(1), 770L),
                        Map.entry(new CtcaeGrade(2), 378L),
                        Map.entry(new CtcaeGrade(3), 43L));
        assertThat(history.recorded(AdverseEvent.class))
                .filteredOn(event -> event.end() == null)
                .hasSize(473);
        assertThat(history.recorded(Treatment.class).stream()
                        .collect(Collectors.groupingBy(
                                dose -> dose.amount().amount().intValueExact(), Collectors.counting())))
                .containsOnly(Map.entry(0, 226L), Map.entry(54, 293L), Map.entry(81, 72L));
        assertThat(history.recorded(Treatment.class))
                .filteredOn(dose -> dose.end() == null)
                .hasSize(6);
        assertThat(history.recorded(FollowUp.class)).hasSize(254);
    }

    @Test
    void plannedVisitsStandOnTheirStudyDay() {
        run(history);

        assertThat(daysOff("week-2", 13))
                .hasSize(254)
                .filteredOn(days -> days > 3)
                .hasSize(42);
        assertThat(daysOff("week-12", 83))
                .hasSize(174)
                .filteredOn(days -> days > 3)
                .hasSize(65);
    }

    @Test
    void withoutTheRuleTheThreeFatalEventsAreNotFlagged() {
        DecidingOrders lax = new DecidingOrders(RuleBook.STANDARD.without("fatal-not-serious"));

        ImportReport report = run(lax);

        assertThat(report.findings()).noneMatch(finding -> finding.reason().equals("fatal-not-serious"));
        assertThat(report.domains().get(Domain.AE).accepted()).isEqualTo(1191);
    }

    private ImportReport run(DecidingOrders orders) {
        return new SdtmImport(
                        orders,
                        orders,
                        (study, subject) -> new Sealing(() -> KEY),
                        new DecidedRehearsal(orders::state, Clock.systemUTC(), RuleBook.STANDARD))
                .run(PILOT, ImportOptions.of(new StudyId("cdiscpilot01"), "local:tester"), ImportProgress.NONE);
    }

    private List<String> subjectsFlagged(String code) {
        return history.flagged(code).stream().map(SubjectId::value).sorted().toList();
    }

    /** How far each visit of that code was from its day, counted from enrolment. */
    private List<Long> daysOff(String code, int planned) {
        Map<SubjectId, LocalDate> enrolled = new HashMap<>();
        Map<SubjectId, LocalDate> visited = new HashMap<>();
        for (int i = 0; i < history.facts().size(); i++) {
            Fact fact = history.facts().get(i);
            SubjectId subject = history.provenances().get(i).subject();
            if (fact instanceof Recorded<?>(var id, Enrolment enrolment)) {
                enrolled.put(subject, enrolment.date().day().orElseThrow());
            } else if (fact instanceof Recorded<?>(var id, Visit visit) && code.equals(visit.code())) {
                visited.put(subject, visit.date().day().orElseThrow());
            }
        }
        return visited.entrySet().stream()
                .map(visit -> Math.abs(
                        ChronoUnit.DAYS.between(enrolled.get(visit.getKey()).plusDays(planned), visit.getValue())))
                .toList();
    }
}
