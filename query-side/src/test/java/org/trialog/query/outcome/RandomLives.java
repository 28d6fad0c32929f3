package org.trialog.query.outcome;

import static org.trialog.query.outcome.Story.child;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;

/** Subjects drawn at random, and outcomes that are asked of them. */
final class RandomLives {

    private RandomLives() {}

    static final List<Study> STUDIES = List.of(
            Study.asking("""
                {id: a, version: 1, kind: event-free-interval, event: {kind: fracture}, anchor: enrolment,
                 from: P3M, to: P15M}
                """),
            Study.asking("{id: b, version: 1, kind: event-free-time, event: {kind: fracture}, anchor: enrolment}"),
            Study.asking("""
                {id: c, version: 1, kind: event-rate, event: {kind: fracture, minimumGap: P14D, partialDates: midpoint},
                 anchor: first-dose, controlAnchor: enrolment, from: P0D, to: P1Y, unit: episodes,
                 baseline: {anchor: first-dose, from: P-6M, to: P0D}, model: negative-binomial}
                """),
            Study.asking("""
                {id: d, version: 1, kind: time-to-first-event, event: {kind: fracture}, anchor: each-dose,
                 controlAnchor: enrolment, compare: [log-rank, cox]}
                """),
            Study.asking("""
                {id: e, version: 1, kind: recurrent-events, event: {kind: fracture, partialDates: latest},
                 anchor: enrolment, to: P1Y, terminal: [death], model: andersen-gill}
                """),
            Study.asking("""
                {id: f, version: 1, kind: event-rate, event: {kind: fracture, from: any}, anchor: enrolment,
                 by: age-band}
                """),
            Study.asking("{id: g, version: 1, kind: adverse-events, anchor: enrolment, by: grade}"));

    /** A life of twenty or so records, drawn at random. */
    private static Story random(Random random, int number) {
        LocalDate enrolled = LocalDate.parse("2021-01-01").plusDays(random.nextInt(200));
        boolean control = random.nextInt(3) == 0;
        Story story = child("SE-%03d".formatted(number))
                .chose(control ? "untreated" : "treated")
                .born(enrolled.minusDays(100 + random.nextInt(300)).toString())
                .enrolled(enrolled.toString());
        LocalDate from = enrolled.minusDays(random.nextInt(200));
        for (int i = 0; i < 5; i++) {
            LocalDate through = from.plusDays(30 + random.nextInt(120));
            story.confirmed(from.toString(), through.toString());
            from = random.nextInt(4) == 0 ? through.plusDays(20) : through;
        }
        for (int i = 0; i < 4 && !control; i++) {
            story.dose(i + 1, enrolled.plusDays(30 + 120L * i).toString());
        }
        if (control && random.nextInt(3) == 0) {
            story.add(new ArmChange(
                    ClinicalDate.of(enrolled.plusDays(random.nextInt(300)).toString()),
                    new ArmId("treated"),
                    "guardians-wish"));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            String day = enrolled.plusDays(random.nextInt(400)).toString();
            story.adverseEvent(day, "RASH " + random.nextInt(2), null, 1 + random.nextInt(4), false, null);
        }
        int fractures = random.nextInt(12);
        for (int i = 0; i < fractures; i++) {
            LocalDate day = enrolled.plusDays(random.nextInt(800) - 200L);
            String date = random.nextInt(5) == 0 ? day.toString().substring(0, 7) : day.toString();
            story.fracture(
                    date, Bone.values()[random.nextInt(6)], Laterality.LEFT, random.nextBoolean() ? null : "i" + i / 2);
        }
        return random.nextInt(6) == 0 ? story.died(from.toString()) : story;
    }

    static List<Story> stories(long seed, int count) {
        Random random = new Random(seed);
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stories.add(random(random, i));
        }
        return stories;
    }
}
