package org.trialog.deploy.demo.boostb4;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.trialog.deploy.demo.story.Deed;
import org.trialog.deploy.demo.story.Story;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.WeightMethod;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.GestationalAge;

/** The doses of a child, all at the dosing hospital and recorded there, and what went differently from the plan. */
final class Doses {

    private final TreatedChild child;
    private final Story story;
    private final Course course;
    private final DoseSeries series;

    Doses(TreatedChild child, Story story, Course course, DoseSeries series) {
        this.child = child;
        this.story = story;
        this.course = course;
        this.series = series;
    }

    /** The first dose, in utero: no visit of the child, who is not born. */
    void inUtero() {
        LocalDate day = child.firstDose();
        LocalDate zero = child.expectedDate().minusDays(GestationalAge.TERM_DAYS);
        int age = Math.toIntExact(day.toEpochDay() - zero.toEpochDay());
        boolean byGestation = child.subject().value().equals("NL-005");
        ClinicalDate date =
                byGestation ? ClinicalDate.of("GA %d+%d".formatted(age / 7, age % 7)) : ClinicalDate.on(day);
        story.sit(
                day,
                Hospitals.SE,
                false,
                List.of(Course.makes(inUtero(DoseSeries.dose(
                        1,
                        date,
                        null,
                        estimatedWeight(age),
                        day.minusDays(1),
                        1.0,
                        "umbilical vein",
                        Batches.usableOn(day))))));
    }

    /** Guided by ultrasound, which is also what the weight is estimated by. */
    private static Treatment inUtero(Treatment dose) {
        return new Treatment(
                dose.date(),
                dose.end(),
                dose.number(),
                dose.amount(),
                dose.perKilogram(),
                dose.weight(),
                dose.weighedOn(),
                dose.route(),
                dose.frequency(),
                dose.product(),
                dose.batch(),
                List.of(),
                "ultrasound",
                null,
                WeightMethod.ESTIMATED,
                null,
                null);
    }

    /** The intravenous doses from the given number on. */
    void intravenous(int from) {
        for (int number = from; number <= series.days().size(); number++) {
            if (number == series.missed()) {
                missed(number);
            } else {
                given(number);
            }
        }
        if (series.days().size() < 4) {
            LocalDate stopped = series.last().plusMonths(3);
            story.record(stopped, new TreatmentStop(ClinicalDate.on(stopped), "parents-decision"));
        }
    }

    private void given(int number) {
        LocalDate day = series.day(number);
        String which = child.subject().value() + "#" + number;
        boolean stale = which.equals("UK-001#2");
        boolean expired = which.equals("DE-002#3");
        double share = which.equals("DE-003#3") ? 0.85 : 0.97 + story.random().nextInt(7) / 100.0;
        int hour = 9 + story.random().nextInt(3);
        LocalDate weighedOn = stale ? day.minusDays(25) : day;
        BatchId batch = expired ? Batches.expiredOn(day) : Batches.usableOn(day);
        var dose = DoseSeries.dose(
                number,
                ClinicalDate.of("%sT%02d:15".formatted(day, hour)),
                ClinicalDate.of("%sT%02d:45".formatted(day, hour)),
                course.growth().kilograms(weighedOn),
                weighedOn,
                share,
                "intravenous",
                batch);
        List<Deed> deeds = new ArrayList<>();
        if (!stale) {
            deeds.add(Course.makes(course.growth().weight(day)));
        }
        deeds.add(new Deed.Makes(
                dose,
                expired
                        ? story.words("the fresh batch was held up at the border; the expired one was used after its"
                                + " viability had been measured again")
                        : null));
        course.visit(day, "D" + number, Hospitals.SE, deeds);
    }

    private void missed(int number) {
        LocalDate due = series.day(number);
        story.record(due.plusDays(15), new MissedTreatment(ClinicalDate.on(due), number, "infection"));
    }

    /** A fetus grows from about 0.3 kg in week 20 to 2 kg in week 33. */
    private static BigDecimal estimatedWeight(int gestationalDays) {
        double kilograms = 0.3 + (gestationalDays - 140) * 0.0187;
        return BigDecimal.valueOf(kilograms).setScale(2, RoundingMode.HALF_EVEN);
    }
}
