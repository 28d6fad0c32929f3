package org.trialog.deploy.demo.boostb4;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.trialog.command.keys.Sealing;
import org.trialog.deploy.demo.story.Story;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureRefutation;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.Medication;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Quantity;

/** The whole history of one treated child, from its design. */
final class TreatedStory {

    /** The first day read from charts: the birth day itself stands nowhere in clear. */
    private static final int FIRST_CHART_DAY = 3;

    private final TreatedChild child;
    private final Story story;
    private final Breaks breaks;
    private final Course course;
    private final DoseSeries series;

    TreatedStory(TreatedChild child, Sealing sealing) {
        this.child = child;
        this.story = new Story(child.subject(), child.site(), sealing);
        this.breaks = new Breaks(story);
        double size = 0.88 + story.random().nextInt(25) / 100.0;
        boolean unborn = child.ageAtFirstDose() < 0;
        this.course = new Course(
                story,
                new Growth(child.birth(), size),
                unborn ? child.firstDose() : child.birth().plusDays(FIRST_CHART_DAY));
        this.series = DoseSeries.of(child, story.random());
    }

    Story tell() {
        Doses doses = new Doses(child, story, course, series);
        new TreatedSafety(child, story, course, series).tell();
        if (child.ageAtFirstDose() < 0) {
            beforeBirth();
            doses.inUtero();
            birth();
            during(child.birth().plusDays(20));
            doses.intravenous(2);
        } else {
            entry();
            during(child.firstDose());
            doses.intravenous(1);
        }
        new Aftercare(child, story, course, series.last(), breaks).tell();
        return story;
    }

    private void entry() {
        LocalDate consented = child.firstDose().minusDays(28L + story.random().nextInt(14));
        List<ClinicalRecord> records = new ArrayList<>();
        records.add(Entry.screening(story, consented.minusDays(6)));
        records.add(Entry.birth(story, child.birth(), consented, child.bornAt()));
        records.add(Entry.pregnancy(child.expectedDate()));
        records.add(Entry.consent(consented, ConsentGiver.GUARDIAN));
        records.addAll(Entry.disease(story, consented));
        records.add(Entry.enrolment(consented));
        records.add(Entry.arm(consented, "postnatal"));
        records.addAll(Entry.sharing(story, consented));
        story.record(consented, records.toArray(ClinicalRecord[]::new));
        perinatal(consented);
        LocalDate sixMonths = child.firstDose().minusMonths(6);
        LocalDate from =
                child.birth().plusDays(10).isAfter(sixMonths) ? child.birth().plusDays(10) : sixMonths;
        breaks.days(child.before(), from, child.firstDose()).forEach(day -> course.happened(day, breaks.on(day)));
        course.visit(consented, "BL");
        bisphosphonate(consented);
    }

    private void beforeBirth() {
        LocalDate consented = child.firstDose().minusDays(7);
        List<ClinicalRecord> records = new ArrayList<>();
        records.add(Entry.screening(story, consented.minusDays(5)));
        records.add(Entry.pregnancy(child.expectedDate()));
        records.add(Entry.consent(consented, ConsentGiver.PREGNANT_WOMAN));
        records.addAll(Entry.disease(story, consented));
        records.add(Entry.enrolment(consented));
        records.add(Entry.arm(consented, "prenatal-postnatal"));
        records.addAll(Entry.sharing(story, consented));
        int week = (int) (40 - (child.expectedDate().toEpochDay() - consented.toEpochDay()) / 7) - 2;
        records.add(breaks.perinatal(ClinicalDate.of("GA " + week), Mechanism.IN_UTERO));
        story.record(consented, records.toArray(ClinicalRecord[]::new));
    }

    private void birth() {
        LocalDate told = child.birth().plusDays(6);
        List<ClinicalRecord> records = new ArrayList<>();
        records.add(Entry.birth(story, child.birth(), told, child.bornAt()));
        records.add(Entry.consent(told, ConsentGiver.GUARDIAN));
        story.record(told, records.toArray(ClinicalRecord[]::new));
        if (child.perinatal() > 1) {
            course.happened(told, atBirth());
        }
        course.asked(told, FollowUpSource.CHART);
    }

    private void perinatal(LocalDate told) {
        for (int count = 0; count < child.perinatal(); count++) {
            course.happened(told, atBirth());
        }
    }

    private Fracture atBirth() {
        return breaks.perinatal(ClinicalDate.of(YearMonth.from(child.birth()).toString()), Mechanism.BIRTH);
    }

    /** Fractures while the doses are given; the two children at whom the records had to be put right. */
    private void during(LocalDate from) {
        for (LocalDate day : breaks.days(child.dosing(), from, series.last())) {
            if (child.subject().value().equals("NL-001")) {
                recordedTwice(day);
            } else {
                course.happened(day, breaks.on(day));
            }
        }
        if (child.subject().value().equals("SE-001")) {
            refuted(series.day(2).plusDays(40));
        }
    }

    /** Recorded at home and again at the dosing hospital: one of them is a duplicate. */
    private void recordedTwice(LocalDate day) {
        Fracture fracture = breaks.on(day);
        Fracture again = Breaks.with(fracture, fracture.date());
        story.record(day.plusDays(4), fracture);
        course.knownOf(day);
        course.happened(day.plusDays(4), again);
        LocalDate noticed = series.days().stream()
                .filter(dose -> !dose.isBefore(day.plusDays(4)))
                .findFirst()
                .orElseThrow()
                .plusDays(12);
        story.retract(noticed, again, "duplicate", "the same fracture as recorded at home");
    }

    /** Suspected, and not confirmed by the radiograph. */
    private void refuted(LocalDate day) {
        Fracture suspected = Breaks.with(breaks.on(day), FractureSource.PARENT, Confirmation.PENDING);
        course.happened(day, suspected);
        LocalDate read = series.day(3).plusDays(30);
        story.add(
                read,
                suspected,
                new FractureRefutation(
                        ClinicalDate.on(read),
                        Breaks.UNSAID,
                        FractureSource.RADIOGRAPH,
                        null,
                        story.words("no fracture line on the radiograph")));
    }

    private void bisphosphonate(LocalDate consented) {
        if (story.random().nextInt(3) > 0) {
            YearMonth since = YearMonth.from(consented).minusMonths(1);
            story.record(
                    consented,
                    new Medication(
                            ClinicalDate.of(since.toString()),
                            null,
                            "zoledronic acid",
                            new Quantity(new BigDecimal("0.05"), "mg/kg"),
                            "osteogenesis imperfecta"));
        }
    }
}
