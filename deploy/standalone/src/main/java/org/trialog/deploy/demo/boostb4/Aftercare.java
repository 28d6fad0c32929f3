package org.trialog.deploy.demo.boostb4;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.deploy.demo.story.Deed;
import org.trialog.deploy.demo.story.Story;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureConfirmation;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Imaging;
import org.trialog.events.clinical.ImagingFinding;
import org.trialog.events.clinical.ImagingMethod;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.value.ClinicalDate;

/** The time after the last dose: visits, the fractures of each year, and what was recorded late, wrongly or in part. */
final class Aftercare {

    private final TreatedChild child;
    private final Story story;
    private final Course course;
    private final LocalDate lastDose;
    private final Breaks breaks;
    private final Map<String, LocalDate> visits = new LinkedHashMap<>();

    Aftercare(TreatedChild child, Story story, Course course, LocalDate lastDose, Breaks breaks) {
        this.child = child;
        this.story = story;
        this.course = course;
        this.lastDose = lastDose;
        this.breaks = breaks;
        plan();
    }

    private void plan() {
        visits.put("FU6", lastDose.plusMonths(6).plusDays(story.random().nextInt(19) - 9L));
        int year = is("DE-001") ? -5 : story.random().nextInt(19) - 9;
        visits.put("FU12", lastDose.plusMonths(12).plusDays(year));
        for (int years = 3; years <= 10 && !is("NL-003"); years++) {
            LocalDate day =
                    child.firstDose().plusYears(years).plusDays(story.random().nextInt(41) - 20L);
            if (day.isBefore(BoostB4Demo.END)) {
                visits.put("Y" + years, day);
            }
        }
    }

    void tell() {
        year1();
        year2();
        LocalDate third = lastDose.plusYears(2);
        LocalDate seen = visits.values().stream().reduce((one, other) -> other).orElseThrow();
        breaks.days(child.later(), third, seen).forEach(day -> course.happened(day, breaks.on(day)));
        visits.forEach(this::visit);
        if (is("NL-003")) {
            lost();
        }
    }

    private void year1() {
        List<LocalDate> days = breaks.days(child.year1(), lastDose, lastDose.plusYears(1));
        for (int place = 0; place < days.size(); place++) {
            LocalDate day = days.get(place);
            if (is("DE-001")) {
                sinceTheLastVisit();
            } else if (is("NL-002")) {
                course.happened(
                        day.withDayOfMonth(28),
                        breaks.of(ClinicalDate.of(YearMonth.from(day).toString()), null));
            } else if (is("SE-003") && place < 2) {
                // Two bones of one fall: two fractures, one episode.
                course.happened(days.getFirst(), breaks.of(ClinicalDate.on(days.getFirst()), "incident-stairs"));
            } else {
                course.happened(day, breaks.on(day));
            }
        }
    }

    /** Seen on a radiograph, and nobody knows when between the two visits it broke. */
    private void sinceTheLastVisit() {
        LocalDate before = visit("FU6");
        LocalDate found = visit("FU12");
        course.happened(found, breaks.of(ClinicalDate.of(before + "/" + found), null));
    }

    private void year2() {
        List<LocalDate> days = breaks.days(child.year2(), lastDose.plusYears(1), lastDose.plusYears(2));
        for (LocalDate day : days) {
            switch (child.subject().value()) {
                case "UK-002" ->
                    course.happened(days.getFirst(), breaks.of(ClinicalDate.on(days.getFirst()), "incident-cot"));
                case "UK-003" -> typedAYearEarly(day);
                case "NL-004" -> awaited(day);
                case "SE-004" -> {}
                default -> course.happened(day, breaks.on(day));
            }
        }
    }

    /** The year was mistyped and put right three weeks later: the fracture moves from year 1 to year 2. */
    private void typedAYearEarly(LocalDate day) {
        Fracture right = breaks.on(day);
        Fracture typed = Breaks.with(right, ClinicalDate.on(day.minusYears(1)));
        LocalDate told = visit("Y3");
        course.happened(day, typed);
        story.correct(told.plusDays(21), typed, right, "transcription-error", "the year was typed one too low");
    }

    /** Recorded on the parents' word; the radiograph confirms it two months after the visit. */
    private void awaited(LocalDate day) {
        Fracture pending = Breaks.with(breaks.on(day), FractureSource.PARENT, Confirmation.PENDING);
        course.happened(day, pending);
        LocalDate read = visit("Y3").plusDays(61);
        story.add(
                read,
                pending,
                new FractureConfirmation(
                        ClinicalDate.on(visit("Y3")),
                        Breaks.UNSAID,
                        FractureSource.RADIOGRAPH,
                        null,
                        story.words("radiograph read by the centre")));
    }

    private void visit(String code, LocalDate day) {
        boolean mistyped = is("SE-002") && code.equals("FU6");
        @Nullable Measurement density = code.equals("FU12") ? course.growth().boneDensity(day) : null;
        List<Deed> more = new ArrayList<>(course.examination(day));
        if (mistyped) {
            Measurement right = course.growth().weight(day);
            Measurement wrong =
                    new Measurement(right.date(), right.code(), BigDecimal.valueOf(72), null, right.unit(), null);
            more.set(0, Course.makes(wrong));
            asked(day, wrong, right);
        }
        if (density != null) {
            more.add(Course.makes(density));
        }
        if (code.equals("FU12") && (is("SE-005") || is("UK-001"))) {
            more.add(Course.makes(survey(day)));
        }
        FollowUp status = course.visit(day, code, story.home(), more);
        if (is("SE-004") && code.equals("Y3")) {
            late(status);
        }
    }

    /** The data manager sees the weight, the coordinator looks it up and puts it right, and the query is closed. */
    private void asked(LocalDate day, Measurement wrong, Measurement right) {
        Deed.Asks question =
                new Deed.Asks(wrong, "value", story.words("72 kg at that age: is a decimal point missing?"));
        story.office(day.plusDays(2), question);
        story.correct(day.plusDays(5), wrong, right, "transcription-error", "decimal point left out");
        story.sit(
                day.plusDays(5),
                story.home(),
                false,
                List.of(new Deed.Answers(question, story.words("yes: corrected after the chart"))));
        story.office(day.plusDays(8), new Deed.Closes(question));
    }

    /** The whole skeleton, and nothing broken: evidence, too. */
    private static Imaging survey(LocalDate day) {
        return new Imaging(
                ClinicalDate.on(day),
                ImagingMethod.SKELETAL_SURVEY,
                "skeleton",
                ImagingFinding.NO_FRACTURE,
                Set.of(),
                null,
                null);
    }

    /** A discharge letter from abroad, ten months after a visit at which nothing had been told. */
    private void late(FollowUp none) {
        LocalDate broke =
                breaks.days(1, lastDose.plusYears(1), lastDose.plusYears(2)).getFirst();
        LocalDate letter = none.through().plusMonths(10);
        story.sit(
                letter,
                story.home(),
                false,
                List.of(
                        Course.makes(breaks.on(broke)),
                        new Deed.Corrects(
                                none,
                                Course.these(none),
                                "late-information",
                                story.words("discharge letter of a hospital abroad received"))));
    }

    private void lost() {
        course.asked(lastDose.plusMonths(18), FollowUpSource.TELEPHONE);
        LocalDate given = lastDose.plusMonths(25);
        story.record(given, new LossToFollowUp(ClinicalDate.on(given), 4));
    }

    private LocalDate visit(String code) {
        return Objects.requireNonNull(visits.get(code), code);
    }

    private boolean is(String subject) {
        return child.subject().value().equals(subject);
    }
}
