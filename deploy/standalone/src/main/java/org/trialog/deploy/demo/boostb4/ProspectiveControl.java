package org.trialog.deploy.demo.boostb4;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.trialog.command.keys.Sealing;
import org.trialog.deploy.demo.story.DemoSite;
import org.trialog.deploy.demo.story.Story;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.GestationalAge;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SubjectId;

/**
 * One of the children whose parents declined the infusion: visits from enrolment on, and never a dose.
 *
 * @param place 0 to 19
 */
record ProspectiveControl(int place) {

    static final int COUNT = 20;

    /**
     * Fractures of the first year after enrolment, by place. Each further year has about half a fracture less, and the half
     * year before had more: the rate falls by itself.
     */
    private static final int[] FIRST_YEAR = {3, 2, 4, 1, 2, 3, 0, 2, 5, 2, 3, 1, 2, 4, 2, 3, 1, 2, 3, 2};

    private static final int LOST = 6;
    private static final int CONSENT_WITHDRAWN = 9;
    private static final int PROCEDURES_WITHDRAWN = 14;

    DemoSite site() {
        return Hospitals.inTurn(place);
    }

    SubjectId subject() {
        return new SubjectId("%s-C%02d".formatted(site().id(), place / 4 + 1));
    }

    LocalDate enrolled() {
        return LocalDate.of(2018, 9, 18).plusWeeks(11L * place);
    }

    LocalDate birth() {
        return enrolled().minusDays(75 + (place * 137L) % 900);
    }

    /** Fractures of the year after enrolment, counted from 1. */
    static int fractures(int place, int year) {
        return Math.max(
                0, FIRST_YEAR[place] - (year - 1 + place % 2) / 2 + (year > 1 ? (place * 7 + year * 3) % 3 - 1 : 0));
    }

    Story tell(Sealing sealing) {
        Story story = new Story(subject(), site(), sealing);
        Breaks breaks = new Breaks(story);
        Course course =
                new Course(story, new Growth(birth(), 0.85 + story.random().nextInt(30) / 100.0), birth().plusDays(3));
        Consent consent = Entry.consent(enrolled(), ConsentGiver.GUARDIAN);
        entry(story, breaks, course, consent);
        LocalDate end = end();
        for (int year = 1; enrolled().plusYears(year - 1L).isBefore(end); year++) {
            LocalDate from = enrolled().plusYears(year - 1L);
            for (LocalDate day : breaks.days(fractures(place, year), from, from.plusYears(1))) {
                if (day.isBefore(end)) {
                    course.happened(day, breaks.on(day));
                }
            }
        }
        safety(story, course);
        visits(story, course, end);
        leaving(story, consent);
        return story;
    }

    private void entry(Story story, Breaks breaks, Course course, Consent consent) {
        List<ClinicalRecord> records = new ArrayList<>();
        records.add(Entry.screening(story, enrolled().minusDays(9)));
        records.add(Entry.birth(story, birth(), enrolled(), GestationalAge.of(37 + place % 4 + "+" + place % 7)));
        records.add(consent);
        records.addAll(Entry.disease(story, enrolled()));
        records.add(Entry.enrolment(enrolled()));
        records.add(Entry.arm(enrolled(), "control-prospective"));
        story.record(enrolled(), records.toArray(ClinicalRecord[]::new));
        if (place % 3 == 0) {
            course.happened(
                    enrolled(),
                    breaks.perinatal(ClinicalDate.of(YearMonth.from(birth()).toString()), Mechanism.BIRTH));
        }
        LocalDate sixMonths = enrolled().minusMonths(6);
        LocalDate from = birth().plusDays(10).isAfter(sixMonths) ? birth().plusDays(10) : sixMonths;
        breaks.days((FIRST_YEAR[place] + 1) / 2, from, enrolled()).forEach(day -> course.happened(day, breaks.on(day)));
        course.visit(enrolled(), "BL");
    }

    private void visits(Story story, Course course, LocalDate end) {
        List<Integer> months = new ArrayList<>(List.of(6));
        IntStream.rangeClosed(1, 10).map(year -> 12 * year).forEach(months::add);
        for (int month : months) {
            LocalDate due = enrolled().plusMonths(month);
            LocalDate day = due.plusDays(story.random().nextInt(month < 24 ? 21 : 41) - (month < 24 ? 10L : 20L));
            boolean pandemic = due.isAfter(LocalDate.of(2020, 3, 15)) && due.isBefore(LocalDate.of(2020, 6, 15));
            if (!day.isBefore(end)) {
                return;
            }
            if (pandemic) {
                story.record(due.plusDays(15), new MissedVisit(ClinicalDate.on(due), "C" + month, "pandemic"));
                course.asked(due.plusDays(16), FollowUpSource.TELEPHONE);
            } else {
                course.visit(day, "C" + month);
            }
        }
    }

    private void leaving(Story story, Consent consent) {
        switch (place) {
            case LOST -> story.record(end().plusMonths(7), new LossToFollowUp(ClinicalDate.on(end().plusMonths(7)), 5));
            case CONSENT_WITHDRAWN ->
                story.add(
                        end(),
                        consent,
                        new ConsentWithdrawal(
                                ClinicalDate.on(end()), new RecordId("consent-0"), Set.of(ConsentScope.ALL)));
            case PROCEDURES_WITHDRAWN ->
                story.record(end(), new Withdrawal(ClinicalDate.on(end()), WithdrawalKind.PROCEDURES, "burden"));
            default -> {}
        }
    }

    private LocalDate end() {
        return switch (place) {
            case LOST -> enrolled().plusMonths(20);
            case CONSENT_WITHDRAWN -> enrolled().plusMonths(32);
            case PROCEDURES_WITHDRAWN -> enrolled().plusMonths(41);
            default -> BoostB4Demo.END;
        };
    }

    private void safety(Story story, Course course) {
        LocalDate day = enrolled().plusDays(150);
        switch (place) {
            case 3 -> serious(story, course, day, "Hearing impaired", 3, SeriousnessCriterion.DISABILITY);
            case 8 -> serious(story, course, day, "Hip dysplasia", 2, SeriousnessCriterion.CONGENITAL_ANOMALY);
            case 13 -> serious(story, course, day, "Pneumonia", 3, SeriousnessCriterion.HOSPITALISATION);
            default -> course.happened(day.plusDays(14), Safety.mild(story, day));
        }
    }

    private static void serious(
            Story story, Course course, LocalDate day, String term, int grade, SeriousnessCriterion criterion) {
        course.knownOf(day);
        story.record(
                day.plusDays(5),
                Safety.serious(
                        day,
                        null,
                        term,
                        grade,
                        Relatedness.NOT_RELATED,
                        AdverseEventOutcome.NOT_RECOVERED,
                        Set.of(criterion)));
    }
}
