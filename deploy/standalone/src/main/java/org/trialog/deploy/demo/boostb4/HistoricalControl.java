package org.trialog.deploy.demo.boostb4;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trialog.command.keys.Sealing;
import org.trialog.deploy.demo.story.DemoSite;
import org.trialog.deploy.demo.story.Story;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.GestationalAge;
import org.trialog.events.value.SubjectId;

/**
 * One of the children of earlier years, matched to a treated child and read from charts years after the fact.
 *
 * @param place 0 to 39
 */
record HistoricalControl(int place) {

    static final int COUNT = 40;

    /** Fractures of the first year after the index date, by place modulo 10. */
    private static final int[] FIRST_YEAR = {2, 3, 1, 4, 2, 1, 3, 2, 5, 0};

    private static final int CHILD_THAT_DIED = 17;

    DemoSite site() {
        return Hospitals.inTurn(place);
    }

    SubjectId subject() {
        return new SubjectId("%s-H%02d".formatted(site().id(), place / 4 + 1));
    }

    LocalDate birth() {
        return LocalDate.of(2002 + place % 11, 1 + (place * 5) % 12, 4 + (place * 11) % 24);
    }

    /** The index date: the age at which the matched child had its first dose. */
    LocalDate index() {
        return birth().plusDays(matched().ageAtFirstDose());
    }

    /** The charts end at the age of ten at the latest. */
    LocalDate through() {
        LocalDate ten = birth().plusYears(10);
        LocalDate charts = index().plusMonths(40L + (place * 13) % 60);
        return place == CHILD_THAT_DIED ? index().plusMonths(31) : charts.isBefore(ten) ? charts : ten;
    }

    private TreatedChild matched() {
        return TreatedChild.POSTNATAL.get(place % TreatedChild.POSTNATAL.size());
    }

    /** Fractures of the year after the index date, counted from 1. */
    static int fractures(int place, int year) {
        return Math.max(
                0, FIRST_YEAR[place % 10] - (year - 1 + place % 2) / 2 + (year > 1 ? (place * 5 + year) % 3 - 1 : 0));
    }

    /** When its charts are read: after all that stands in them. */
    LocalDate read() {
        return LocalDate.of(2021, 2, 9).plusDays(23L * place);
    }

    Story tell(Sealing sealing) {
        Story story = new Story(subject(), site(), sealing);
        LocalDate read = read();
        story.record(read, entry(story, read).toArray(ClinicalRecord[]::new));
        List<ClinicalRecord> charts = charts(story);
        story.record(read.plusDays(2), charts.toArray(ClinicalRecord[]::new));
        if (place == CHILD_THAT_DIED) {
            death(story, read.plusDays(3));
        } else if (through().equals(birth().plusYears(10))) {
            // Not the birthday itself, which would tell the birth date.
            story.record(
                    read.plusDays(3),
                    new Completion(ClinicalDate.of(YearMonth.from(through()).toString())));
        }
        return story;
    }

    private List<ClinicalRecord> entry(Story story, LocalDate read) {
        List<ClinicalRecord> records = new ArrayList<>();
        records.add(Entry.screening(story, read));
        records.add(Entry.birth(story, birth(), read, GestationalAge.of(37 + place % 4 + "+" + place % 7)));
        records.add(Entry.consent(read, ConsentGiver.GUARDIAN));
        records.add(Entry.arm(read, "control-historical"));
        records.add(Entry.enrolment(index()));
        records.addAll(Entry.disease(story, read));
        records.add(new Covariate(
                ClinicalDate.on(read), "matched-to", matched().subject().value()));
        return records;
    }

    /** Old charts often know the month only, sometimes the year. */
    private List<ClinicalRecord> charts(Story story) {
        Breaks breaks = new Breaks(story);
        LocalDate through = through().equals(birth().plusYears(10)) ? through().minusDays(4) : through();
        List<ClinicalRecord> records = new ArrayList<>();
        records.add(new FollowUp(
                Set.of(FollowUpKind.FRACTURE, FollowUpKind.VITAL),
                birth().plusDays(3),
                through,
                FollowUpAnswer.THESE,
                FollowUpSource.CHART,
                null));
        if (place % 2 == 0) {
            records.add(breaks.perinatal(ClinicalDate.of(YearMonth.from(birth()).toString()), Mechanism.BIRTH));
        }
        LocalDate sixMonths = index().minusMonths(6);
        LocalDate before = birth().plusDays(10).isAfter(sixMonths) ? birth().plusDays(10) : sixMonths;
        breaks.days((FIRST_YEAR[place % 10] + 1) / 2, before, index()).forEach(day -> records.add(breaks.on(day)));
        for (int year = 1; index().plusYears(year - 1L).isBefore(through); year++) {
            LocalDate from = index().plusYears(year - 1L);
            for (LocalDate day : breaks.days(fractures(place, year), from, from.plusYears(1))) {
                if (day.isBefore(through.minusDays(40))) {
                    records.add(breaks.of(asKnown(story, day), null));
                }
            }
        }
        return records;
    }

    private static ClinicalDate asKnown(Story story, LocalDate day) {
        return switch (story.random().nextInt(24)) {
            case 0 -> ClinicalDate.of(Integer.toString(day.getYear()));
            case 1, 2, 3 -> ClinicalDate.of(YearMonth.from(day).toString());
            case 4 -> ClinicalDate.of(day.minusDays(9) + "/" + day.plusDays(9));
            default -> ClinicalDate.on(day);
        };
    }

    private void death(Story story, LocalDate read) {
        story.record(
                read,
                Safety.serious(
                        through().minusDays(3),
                        through(),
                        "Respiratory failure",
                        5,
                        Relatedness.NOT_RELATED,
                        AdverseEventOutcome.FATAL,
                        Set.of(SeriousnessCriterion.DEATH)),
                new Death(ClinicalDate.on(through()), "respiratory failure"));
    }
}
