package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.events.clinical.FollowUp;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.outcome.person.Span;
import org.trialog.query.record.SubjectRecord;

/** What must not change a figure does not, over lives drawn at random. */
class SamenessTest {

    private static final LocalDate CUTOFF = LocalDate.parse("2022-09-01");

    private static String figure(Study study, List<SubjectRecord> records) {
        return result(study, records).toString();
    }

    private static ObjectNode result(Study study, List<SubjectRecord> records) {
        return FigureJson.result(Outcomes.compute(study.protocol(), study.definition(), records, CUTOFF, null));
    }

    private static List<SubjectRecord> told(List<Story> stories) {
        return new ArrayList<>(stories.stream().map(Story::told).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void aSubjectWithoutFollowUpChangesNoNumber(long seed) {
        for (Study study : RandomLives.STUDIES) {
            List<SubjectRecord> records = told(RandomLives.stories(seed, 20));
            JsonNode before = withoutLeftOut(result(study, records));
            records.add(Story.child("SE-998")
                    .chose("treated")
                    .born("2020-10-01")
                    .enrolled("2021-02-01")
                    .fracture("2021-03-01")
                    .told());

            JsonNode after = withoutLeftOut(result(study, records));
            assertThat(after).as(study.definition().id()).isEqualTo(before);
        }
    }

    private static JsonNode withoutLeftOut(ObjectNode result) {
        result.remove("warnings");
        result.get("groups").forEach(group -> ((ObjectNode) group).remove("excluded"));
        return result;
    }

    /** A visit in the middle of what was confirmed confirms it in two parts. */
    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    void followUpThatIsConfirmedInTwoPartsIsTheSame(long seed) {
        List<SubjectRecord> whole = told(RandomLives.stories(seed, 20));
        List<Story> parts = RandomLives.stories(seed, 20).stream()
                .map(Story::withoutFollowUp)
                .toList();
        for (int i = 0; i < parts.size(); i++) {
            for (var entry : whole.get(i).of(FollowUp.class)) {
                Span span = new Span(entry.details().from(), entry.details().through());
                LocalDate middle = span.from().plusDays(span.days() / 2);
                parts.get(i)
                        .confirmed(span.from().toString(), middle.toString())
                        .confirmed(middle.toString(), span.through().toString());
            }
        }
        for (Study study : RandomLives.STUDIES) {
            assertThat(figure(study, told(parts))).as(study.definition().id()).isEqualTo(figure(study, whole));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63})
    void armsUnderOtherNamesHaveTheSameNumbers(long seed) {
        for (String outcome : List.of(
                "{id: a, version: 1, kind: event-free-interval, event: {kind: fracture}, anchor: enrolment, to: P1Y}",
                "{id: c, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment}",
                "{id: d, version: 1, kind: time-to-first-event, event: {kind: fracture}, anchor: enrolment}",
                "{id: e, version: 1, kind: recurrent-events, event: {kind: fracture}, anchor: enrolment}",
                "{id: g, version: 1, kind: adverse-events, anchor: enrolment}")) {
            JsonNode plain = result(Study.asking(outcome), told(RandomLives.stories(seed, 25)));
            JsonNode renamed = result(
                    Study.renaming("treated", "cells", outcome),
                    told(RandomLives.stories(seed, 25).stream()
                            .map(story -> story.inArm("treated", "cells"))
                            .toList()));

            assertThat(renamed.toString().replace("cells", "treated")).isEqualTo(plain.toString());
        }
    }

    @Test
    void theLanguageAndTheZoneOfTheMachineChangeNoByte() {
        List<SubjectRecord> records = told(RandomLives.stories(71, 25));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        for (Study study : RandomLives.STUDIES) {
            String here = figure(study, records);
            try {
                Locale.setDefault(Locale.of("ar", "EG"));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(figure(study, records)).isEqualTo(here);
                Locale.setDefault(Locale.of("tr", "TR"));
                assertThat(figure(study, records)).isEqualTo(here);
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }
}
