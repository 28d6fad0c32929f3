package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Quantity;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.study.Batch;

/** Groups by the cells of the dose as at the anchor, and by age, which splits the time of a rate. */
class GroupingsTest {

    private static final List<Batch> BATCHES = Stream.of(
                    batch("B-1", "bone-marrow", CellOrigin.AUTOLOGOUS),
                    batch("B-2", "adipose", CellOrigin.ALLOGENEIC),
                    batch("B-3", null, null))
            .toList();

    private static Batch batch(String id, String tissue, CellOrigin origin) {
        return new Batch(
                new BatchId(id),
                "cells",
                null,
                LocalDate.parse("2020-01-01"),
                LocalDate.parse("2025-01-01"),
                origin,
                null,
                null,
                tissue,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Story got(String subject, String day, String batch) {
        return dose(
                Story.screened(subject).chose("open").enrolled("2021-01-01").confirmed("2021-01-01", "2022-01-01"),
                day,
                batch);
    }

    private static Story dose(Story story, String day, String batch) {
        return story.add(new Treatment(
                ClinicalDate.of(day),
                null,
                null,
                new Quantity(BigDecimal.TEN, "cells"),
                null,
                null,
                null,
                null,
                null,
                null,
                batch == null ? null : new BatchId(batch)));
    }

    private static List<String> groups(String by, String anchor, Story... stories) {
        Study study = Study.asking("{id: r, version: 1, kind: event-rate, event: {kind: fracture}, anchor: %s, by: %s}"
                .formatted(anchor, by));
        Figure figure = Outcomes.compute(
                study.protocol(),
                study.definition(),
                Stream.of(stories).map(Story::told).toList(),
                BATCHES,
                LocalDate.parse(Study.CUTOFF),
                null,
                Publication.UNSTATED);
        return figure.result().groups().stream().map(Group::group).toList();
    }

    @Test
    void subjectsAreGroupedByTheSourceAndTheOriginOfTheCellsThatTheyGot() {
        Story[] stories = {
            got("A", "2021-02-01", "B-1"),
            got("B", "2021-02-01", "B-2"),
            got("C", "2021-02-01", "B-3"),
            got("D", "2021-02-01", "B-9"),
            got("E", "2021-02-01", null)
        };

        assertThat(groups("cell-source", "first-dose", stories)).containsExactly("adipose", "bone-marrow", "unknown");
        assertThat(groups("autologous", "first-dose", stories)).containsExactly("allogeneic", "autologous", "unknown");
    }

    @Test
    void theCellsAreThoseAsAtTheAnchorNotThoseOfALaterDose() {
        assertThat(groups("cell-source", "first-dose", dose(got("A", "2021-02-01", "B-1"), "2021-06-01", "B-2")))
                .containsExactly("bone-marrow");
        assertThat(groups("cell-source", "enrolment", got("A", "2021-02-01", "B-1")))
                .containsExactly("no dose");
        assertThat(groups("cell-source", "first-dose", dose(got("A", "2021-02-01", "B-1"), "2021-02-01", "B-2")))
                .containsExactly("adipose + bone-marrow");
    }

    private static final String LEXIS = """
        id: lexis
        version: 1
        kind: event-rate
        event: {kind: fracture}
        anchor: enrolment
        by: age-band
        """;

    private static Story born() {
        return Story.screened("A")
                .chose("treated")
                .born("2020-02-29")
                .enrolled("2020-03-01")
                .confirmed("2020-03-01", "2022-06-01")
                .fracture("2020-08-28")
                .fracture("2020-08-29")
                .fracture("2021-02-28");
    }

    @Test
    void personTimeIsSplitAtBirthdaysByCalendar() {
        Figure figure = Study.asking(LEXIS).figure(born());

        assertThat(figure.result().groups())
                .extracting(Group::group)
                .containsExactly("0 to 6 months", "6 to 12 months", "1 to 2 years", "2 to 5 years");
        assertThat(figure.result().groups()).extracting(Group::personDays).containsExactly(181L, 183L, 365L, 93L);
        assertThat(figure.result().groups())
                .as("the day of a birthday belongs to the band above it")
                .extracting(Group::events)
                .containsExactly(1L, 1L, 1L, 0L);
        assertThat(figure.result().warnings()).contains("1 subjects count in several groups, with split time");
    }

    @Test
    void theBandsCanBeNamed() {
        Figure figure = Study.asking(LEXIS + "bands: [P28D, P1Y, P18M]\n").figure(born());

        assertThat(figure.result().groups())
                .extracting(Group::group)
                .containsExactly("0 to 28 days", "P28D to P1Y", "12 to 18 months", "18 months and over");
    }

    @Test
    void whoseBirthIsNotKnownIsInABandOfItsOwn() {
        Story unknown =
                Story.screened("A").chose("treated").enrolled("2020-03-01").confirmed("2020-03-01", "2021-03-01");

        assertThat(Study.asking(LEXIS).figure(unknown).result().groups())
                .extracting(Group::group)
                .containsExactly("unknown");
    }

    @Test
    void onASurvivalCurveTheBandIsThatAtTheAnchor() {
        Figure figure =
                Study.asking(LEXIS.replace("event-rate", "time-to-first-event")).figure(born());

        assertThat(figure.result().groups()).extracting(Group::group).containsExactly("0 to 6 months");
    }
}
