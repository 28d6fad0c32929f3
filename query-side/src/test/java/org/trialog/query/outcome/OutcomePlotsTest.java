package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.query.outcome.Story.child;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.query.outcome.course.Course;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.plot.Caption;
import org.trialog.query.plot.Drawn;
import org.trialog.query.plot.Plot;
import org.trialog.query.plot.Plots;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.statistics.CumulativeRow;
import org.trialog.query.statistics.SurvivalRow;
import org.w3c.dom.Element;

/** What a picture shows is what the figure says. */
class OutcomePlotsTest {

    private static final Study FIRST_YEAR = Study.asking("""
        {id: fracture-free-year-1, version: 1, kind: event-free-interval, event: {kind: fracture},
         anchor: enrolment, from: P0D, to: P1Y}
        """);

    private static final Study YEARS = Study.asking("""
        {id: fracture-free-years, version: 1, kind: event-free-time, event: {kind: fracture}, anchor: enrolment}
        """);

    private static final Study RATE = Study.asking("""
        {id: fracture-rate, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment, from: P0D, to: P1Y,
         baseline: {anchor: enrolment, from: P-6M, to: P0D, minimum: P30D}}
        """);

    private static final Study RECURRENT = Study.asking("""
        {id: fractures, version: 1, kind: recurrent-events, event: {kind: fracture}, anchor: enrolment, from: P0D, to: P1Y}
        """);

    private static final Study ADVERSE = Study.asking("""
        {id: adverse-events, version: 1, kind: adverse-events, event: {kind: adverse-event}, anchor: enrolment}
        """);

    private static final LocalDate ENROLLED = LocalDate.parse("2021-03-01");

    private static Story followed(String subject, int days) {
        return child(subject)
                .chose("treated")
                .born("2020-06-01")
                .enrolled(ENROLLED.toString())
                .confirmed("2020-06-01", day(days));
    }

    private static String day(int days) {
        return ENROLLED.plusDays(days).toString();
    }

    private static Story[] children() {
        return new Story[] {
            followed("SE-001", 120).fracture(day(120)).fracture(day(-60)).doses(day(0), day(115)),
            followed("SE-002", 800).doses(day(0), day(122)).fracture("2021-12"),
            followed("SE-003", 200)
                    .adverseEvent(day(30), "fever", null, 2, false, null)
                    .adverseEvent(day(44), "pneumonia", null, 3, true, null),
            followed("SE-004", 365).fracture(day(500)),
            followed("SE-005", 300)
                    .fracture(day(300))
                    .died(day(300))
                    .fracture(day(-20))
                    .fracture(day(-90)),
            followed("SE-006", 90),
            child("SE-007")
                    .chose("open")
                    .born("2020-06-01")
                    .enrolled(ENROLLED.toString())
                    .confirmed("2021-01-01", day(400))
        };
    }

    private static Caption caption(String title, Study study) {
        return new Caption(
                "bones",
                study.definition().id() + " v1",
                title,
                "fracture",
                Map.of("treated", "Treated"),
                LocalDate.parse(Study.CUTOFF),
                1234,
                "synthetic data");
    }

    private static String svg(Plot plot, Study study, Story... stories) {
        return svg(plot, study, caption("Without a fracture", study), stories);
    }

    private static String svg(Plot plot, Study study, Caption caption, Story... stories) {
        List<SubjectRecord> records = Arrays.stream(stories).map(Story::told).toList();
        LocalDate cutoff = LocalDate.parse(Study.CUTOFF);
        List<Course> courses = Outcomes.courses(study.protocol(), study.definition(), records, List.of(), cutoff, null);
        return Plots.draw(plot, study.figure(stories), courses, caption);
    }

    private static Drawn drawn(Plot plot, Study study, Story... stories) {
        return Drawn.of(svg(plot, study, stories));
    }

    private static List<SurvivalRow> survival(Figure figure) {
        return ((Numbers.EventFreeShare) Study.group(figure, "treated").numbers()).survival();
    }

    @Test
    void picturesAreDrawnAsEver() {
        drawn(Plot.KAPLAN_MEIER, FIRST_YEAR, children()).isAsIn("kaplan-meier");
        drawn(Plot.CALENDAR, YEARS, children()).isAsIn("calendar");
        drawn(Plot.SWIMMER, YEARS, children()).isAsIn("swimmer");
        drawn(Plot.BEFORE_AFTER, RATE, children()).isAsIn("before-after");
        drawn(Plot.MEAN_CUMULATIVE_FUNCTION, RECURRENT, children()).isAsIn("mean-cumulative-function");
        drawn(Plot.FOREST, RATE, children()).isAsIn("forest-of-groups");
    }

    @Test
    void theOrderInWhichSubjectsComeChangesNoByte() {
        Story[] reversed = children();
        Collections.reverse(Arrays.asList(reversed));

        for (Plot plot : Plots.of(RATE.definition())) {
            assertThat(svg(plot, RATE, reversed)).isEqualTo(svg(plot, RATE, children()));
        }
    }

    @Test
    void everyCensoredSubjectHasAMark() {
        Drawn drawn = drawn(Plot.KAPLAN_MEIER, FIRST_YEAR, children());

        assertThat(drawn.marks("mark", "censored").stream()
                        .filter(mark -> mark.getAttribute("data-group").equals("treated"))
                        .flatMap(mark -> Drawn.several(mark, "subjects").stream()))
                .containsExactlyInAnyOrder("SE-003", "SE-004", "SE-006");
        assertThat(drawn.marks("mark", "event").stream().flatMap(mark -> Drawn.several(mark, "subjects").stream()))
                .containsExactlyInAnyOrder("SE-001", "SE-002", "SE-005");
    }

    @Test
    void theTableOfThoseAtRiskIsThatOfTheCurve() {
        Drawn drawn = drawn(Plot.KAPLAN_MEIER, FIRST_YEAR, children());
        List<SurvivalRow> rows = survival(FIRST_YEAR.figure(children()));

        for (Element cell : table(drawn, "at-risk")) {
            int time = Drawn.number(cell, "time");
            int expected = rows.stream()
                    .filter(row -> row.time() >= time)
                    .mapToInt(SurvivalRow::atRisk)
                    .findFirst()
                    .orElse(0);
            assertThat(Drawn.number(cell, "count")).as("at risk on day " + time).isEqualTo(expected);
        }
        assertThat(Drawn.number(table(drawn, "events").getLast(), "count"))
                .isEqualTo(rows.stream().mapToInt(SurvivalRow::events).sum());
        assertThat(Drawn.number(table(drawn, "censored").getLast(), "count"))
                .isEqualTo(rows.stream().mapToInt(SurvivalRow::censored).sum());
    }

    @Test
    void theTableBelowAMeanCumulativeFunctionIsThatOfTheCurve() {
        Drawn drawn = drawn(Plot.MEAN_CUMULATIVE_FUNCTION, RECURRENT, children());
        List<CumulativeRow> rows = ((Numbers.Recurrent)
                        Study.group(RECURRENT.figure(children()), "treated").numbers())
                .cumulative();

        assertThat(Drawn.number(table(drawn, "events").getLast(), "count"))
                .isEqualTo(rows.stream().mapToInt(CumulativeRow::events).sum())
                .isEqualTo(3);
        assertThat(table(drawn, "at-risk").stream().map(cell -> Drawn.number(cell, "count")))
                .startsWith(6)
                .endsWith(rows.getLast().atRisk());
        assertThat(drawn.marks("mark", "event").stream().flatMap(mark -> Drawn.several(mark, "subjects").stream()))
                .containsExactlyInAnyOrder("SE-001", "SE-002", "SE-005");
        assertThat(table(drawn, "censored")).isEmpty();
    }

    @Test
    void adverseEventsSwim() {
        Drawn drawn = drawn(Plot.SWIMMER, ADVERSE, children());

        assertThat(drawn.marks("mark", "event").stream().map(mark -> mark.getAttribute("data-subject")))
                .containsExactly("SE-003", "SE-003");
    }

    /** The curve's own rows cannot tell who entered between two of them; the picture counts the subjects. */
    @Test
    void whoEntersLateIsNotAtRiskBefore() {
        Story late = child("SE-009")
                .chose("treated")
                .born("2020-06-01")
                .enrolled(ENROLLED.toString())
                .confirmed(day(200), day(365));

        List<Element> atRisk = table(drawn(Plot.KAPLAN_MEIER, FIRST_YEAR, followed("SE-001", 365), late), "at-risk");

        assertThat(atRisk.stream().map(cell -> Drawn.number(cell, "count")))
                .startsWith(1, 1, 1, 1)
                .endsWith(2);
    }

    private static List<Element> table(Drawn drawn, String column) {
        return drawn.marks("column", column).stream()
                .filter(cell -> cell.getAttribute("data-group").equals("treated"))
                .toList();
    }

    @Test
    void fewAtRiskHaveAStar() {
        Drawn drawn = drawn(Plot.KAPLAN_MEIER, FIRST_YEAR, followed("SE-001", 365), followed("SE-002", 200));

        assertThat(table(drawn, "at-risk").stream().map(Drawn::words))
                .startsWith("2*")
                .endsWith("1*");
        assertThat(drawn.text()).contains("* Fewer than 3 at risk.");
    }

    @Test
    void theWordsSayWhatTheFigureSays() {
        Drawn drawn = drawn(Plot.KAPLAN_MEIER, FIRST_YEAR, children());

        assertThat(drawn.title()).isEqualTo("Without a fracture: Kaplan-Meier curve");
        assertThat(drawn.description())
                .contains("Treated: n 6, 3 with a fracture,")
                .contains("cut-off 2030-12-31, as known at position 1234, synthetic data");
    }

    @Test
    void aFractureOfAYearThatIsNotConfirmedIsShownAsNotCounted() {
        Drawn drawn = drawn(Plot.CALENDAR, YEARS, children());

        Element second = year(drawn, "SE-004", 1);
        assertThat(second.getAttribute("data-observed")).isEqualTo("none");
        assertThat(second.getAttribute("data-count")).isEqualTo("0");
        assertThat(second.getAttribute("data-not-counted")).isEqualTo("1");
        assertThat(Drawn.words(second)).isEqualTo("(1)");
        assertThat(Drawn.several(second, "positions")).hasSize(1);
        assertThat(drawn(Plot.SWIMMER, YEARS, children()).marks("mark", "not-counted"))
                .singleElement()
                .satisfies(mark -> assertThat(mark.getAttribute("data-subject")).isEqualTo("SE-004"));
    }

    @Test
    void aBareZeroStandsOnlyInAYearThatWasObservedWhole() {
        Drawn drawn = drawn(Plot.CALENDAR, YEARS, children());

        assertThat(Drawn.words(year(drawn, "SE-004", 0))).isEqualTo("0");
        assertThat(year(drawn, "SE-004", 0).getAttribute("data-observed")).isEqualTo("whole");
        assertThat(Drawn.words(year(drawn, "SE-003", 0))).isEmpty();
        assertThat(year(drawn, "SE-003", 0).getAttribute("data-observed")).isEqualTo("part");
        assertThat(Drawn.words(year(drawn, "SE-001", 0))).isEqualTo("1");
    }

    @Test
    void theYearsOfTheCalendarAreThoseOfTheFigure() {
        List<SubjectRecord> records = Arrays.stream(children()).map(Story::told).toList();
        List<Course> courses = Outcomes.courses(
                YEARS.protocol(), YEARS.definition(), records, List.of(), LocalDate.parse(Study.CUTOFF), null);

        Numbers.EventFreeYears years = (Numbers.EventFreeYears)
                Study.group(YEARS.figure(children()), "treated").numbers();
        for (Numbers.Streaks streaks : years.perSubject()) {
            assertThat(courses.stream().filter(course -> course.subject().equals(streaks.subject())))
                    .singleElement()
                    .satisfies(course -> {
                        assertThat(course.freeYears()).isEqualTo(streaks.freeYears());
                        assertThat(course.observedYears()).isEqualTo(streaks.observedYears());
                    });
        }
    }

    private static Element year(Drawn drawn, String subject, int year) {
        return drawn.marks("subject", subject).stream()
                .filter(mark -> mark.getAttribute("data-year").equals(Integer.toString(year)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSwimmerHasAMarkForEverythingThatHappened() {
        Drawn drawn = drawn(Plot.SWIMMER, YEARS, children());

        assertThat(drawn.marks("mark", "dose")).hasSize(4);
        assertThat(drawn.marks("mark", "adverse-event")).hasSize(1);
        assertThat(drawn.marks("mark", "serious")).hasSize(1);
        assertThat(drawn.marks("mark", "death")).hasSize(1);
        assertThat(drawn.marks("mark", "event")).hasSize(6);
        assertThat(drawn.marks("mark", "confirmed")).hasSize(7);
    }

    @Test
    void whoIsLeftOutIsShownWithTheReason() {
        Story unasked = child("SE-008")
                .chose("treated")
                .born("2020-06-01")
                .enrolled(ENROLLED.toString())
                .confirmed(day(0), day(365), FollowUpAnswer.NONE, EnumSet.of(FollowUpKind.VITAL))
                .fracture(day(10));

        Drawn drawn = drawn(Plot.CALENDAR, YEARS, followed("SE-001", 365), unasked);

        assertThat(drawn.text()).contains("SE-008: left out, ", "† SE-008");
        assertThat(Drawn.words(year(drawn, "SE-008", 0))).isEqualTo("(1)");
    }

    @Test
    void subjectsWithTheSameTwoRatesShareALine() {
        Drawn drawn = drawn(Plot.BEFORE_AFTER, RATE, children());

        assertThat(drawn.marks("mark", "subjects").stream()
                        .filter(mark -> mark.getAttribute("data-group").equals("treated"))
                        .map(mark -> Drawn.several(mark, "subjects")))
                .contains(List.of("SE-003", "SE-004", "SE-006"));
        assertThat(drawn.description()).contains("No concurrent control.");
    }

    @ParameterizedTest
    @EnumSource(names = {"KAPLAN_MEIER", "CALENDAR", "SWIMMER"})
    void nobodyOneAndTwoHundredHaveAPicture(Plot plot) {
        assertThat(drawn(plot, FIRST_YEAR).title()).isNotBlank();
        assertThat(drawn(plot, FIRST_YEAR, followed("SE-001", 10)).title()).isNotBlank();
        Story[] many = IntStream.range(0, 200)
                .mapToObj(i -> followed("SE-%03d".formatted(i), 50 + i * 7).fracture(day(20 + i * 5)))
                .toArray(Story[]::new);
        assertThat(drawn(plot, FIRST_YEAR, many).text().length()).isBetween(10_000, 2_000_000);
    }

    @Test
    void aNameThatIsCodeStaysAName() {
        String name = "</text><script>alert(1)</script>&\"'";
        Caption caption = new Caption(
                "bones", "o v1", name, "fracture", Map.of("treated", name), LocalDate.parse(Study.CUTOFF), 1, name);

        for (Plot plot : Plots.of(RATE.definition())) {
            Drawn drawn = Drawn.of(svg(plot, RATE, caption, children()));
            assertThat(drawn.title()).startsWith(name);
        }
    }

    @Test
    void aLongTitleIsBrokenIntoLines() {
        String title =
                Stream.generate(() -> "without a fracture").limit(20).reduce("", (one, next) -> one + " " + next);

        Drawn drawn = Drawn.of(svg(Plot.CALENDAR, YEARS, caption(title.strip(), YEARS), children()));

        assertThat(drawn.text().lines().filter(line -> line.contains(">without a fracture ")))
                .hasSizeGreaterThan(1);
    }
}
