package org.trialog.deploy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.deploy.running.RunningStudy.STUDY;
import static org.trialog.deploy.running.RunningStudy.fracture;
import static org.trialog.deploy.running.RunningStudy.must;
import static org.trialog.deploy.running.RunningStudy.weight;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.RunningStudy;

/** Several people and roles at one subject: edits, queries, opinions and locks, over HTTP. */
class WorkingTogetherTest {

    @TempDir
    private static Path data;

    private static RunningStudy study;

    @BeforeAll
    static void start() throws Exception {
        study = RunningStudy.start(data);
    }

    @AfterAll
    static void stop() {
        study.close();
    }

    @Test
    void aStaleEditOfTheSameRecordSaysWhatChangedAndByWhom() {
        String child = study.treatedChild("SE-101");
        String id = must(study.se().post(child + "/fractures", fracture("2024-01-05")))
                .id();
        String seen = must(study.se().post(child + "/measurements", weight("2024-01-05", "8.1")))
                .header("ETag");
        String correction = child + "/fractures/" + id + "/corrections";

        must(study.se().post(correction, corrected("2024-01-06"), "If-Match", seen));
        must(study.se()
                .post(
                        child + "/measurements/measurement-1/corrections",
                        """
                        {"reason":"transcription-error","words":"read the scale again","record":%s}\
                        """.formatted(weight("2024-01-05", "8.2")),
                        "If-Match",
                        seen));
        Answer stale = study.se().post(correction, corrected("2024-01-07"), "If-Match", seen);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("changed-meanwhile");
        JsonNode change = stale.json().path("changes").path(0);
        assertThat(change.path("actor").asText()).isEqualTo("coordinator-se");
        assertThat(change.path("event").asText()).isEqualTo("FractureCorrected");
        assertThat(change.at("/data/before/date").asText()).isEqualTo("2024-01-05");
        assertThat(change.at("/data/after/date").asText()).isEqualTo("2024-01-06");
    }

    @Test
    void aQueryIsOpenedByTheSponsorAnsweredByTheSiteAndClosed() {
        String child = study.treatedChild("SE-102");
        must(study.se().post(child + "/fractures", fracture("2024-01-05")));
        String query = must(study.dataManager().post(child + "/queries", """
            {"about":"fracture-1","field":"side","words":"Left or right? The radiograph says right."}\
            """)).id();

        Answer asked = study.se().post(child + "/queries", "{\"words\":\"why?\"}");
        assertThat(asked.json().path("rule").asInt()).isEqualTo(37);
        Answer answered = study.dataManager().post(child + "/queries/" + query + "/answer", "{\"words\":\"right\"}");
        assertThat(answered.json().path("rule").asInt()).isEqualTo(37);
        must(study.se().post(child + "/queries/" + query + "/answer", "{\"words\":\"Right; corrected.\"}"));
        must(study.dataManager().post(child + "/queries/" + query + "/closure", "{}"));
        Answer again = study.se().post(child + "/queries/" + query + "/answer", "{\"words\":\"again\"}");

        assertThat(again.code()).isEqualTo("query-closed");
        assertThat(study.se()
                        .post(child + "/queries/query-77/answer", "{\"words\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theSameQueryGoesToManySubjectsAtOnceAndSaysOfEachWhatBecameOfIt() {
        String one = study.treatedChild("SE-103");
        study.treatedChild("SE-104");

        JsonNode results = must(study.dataManager().post(STUDY + "/queries", """
            {"queries":[{"subject":"SE-103"},{"subject":"SE-104"},{"subject":"SE-999"}],"words":"Which ward?"}\
            """, "Idempotency-Key", "bulk-1"))
                .json()
                .path("results");
        must(study.dataManager().post(STUDY + "/queries", """
            {"queries":[{"subject":"SE-103"},{"subject":"SE-104"},{"subject":"SE-999"}],"words":"Which ward?"}\
            """, "Idempotency-Key", "bulk-1"));

        assertThat(results.findValuesAsText("id")).containsExactly("query-1", "query-1");
        assertThat(results.path(2).path("code").asText()).isEqualTo("subject-unknown");
        Answer answers = must(study.se().post(STUDY + "/queries/answer", """
            {"queries":[{"subject":"SE-103","query":"query-1"},{"subject":"SE-104","query":"query-1"}],"words":"Ward 4"}\
            """));
        assertThat(history(one, "QueryOpened", answers)).hasSize(1);
        assertThat(history(one, "QueryAnswered", answers)).hasSize(1);
    }

    @Test
    void aBulkOfQueriesOfWhichOneCannotBeReadRecordsNone() {
        String child = study.treatedChild("SE-108");
        String last = must(study.se().post(child + "/fractures", fracture("2024-01-05")))
                .json()
                .path("after")
                .asText();

        Answer refused = study.dataManager().post(STUDY + "/queries", """
            {"queries":[{"subject":"SE-108"},{"subject":"no such / name"}],"words":"Which ward?"}\
            """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("fields").path(0).asText()).isEqualTo("subject");
        assertThat(must(study.se().get(child + "/history?type=QueryOpened&after=" + last))
                        .json())
                .isEmpty();
    }

    @Test
    void theSponsorsOpinionStandsBesideTheInvestigators() {
        String child = study.treatedChild("SE-105");
        String event = must(study.se().post(child + "/adverse-events", """
            {"date":"2024-02-01","term":"Pyrexia","serious":true,"criteria":["hospitalisation"],"grade":3,\
            "relatedness":"probable","awareOn":"2024-02-02"}\
            """)).id();
        String followUps = child + "/adverse-events/" + event + "/follow-ups";

        Answer disguised =
                study.dataManager().post(followUps, "{\"date\":\"2024-02-05\",\"by\":\"investigator\",\"grade\":1}");
        Answer opinion = must(study.dataManager().post(followUps, """
            {"date":"2024-02-05","by":"sponsor","relatedness":"unlikely","expectedness":"unexpected"}\
            """));

        assertThat(disguised.json().path("rule").asInt()).isEqualTo(37);
        JsonNode entry = entry(child, "effective", event, opinion);
        assertThat(entry.at("/details/relatedness").asText()).isEqualTo("probable");
        assertThat(entry.at("/details/sponsorRelatedness").asText()).isEqualTo("unlikely");
    }

    @Test
    void whatIsLockedDoesNotChangeFollowUpGoesOnAndSeriousEventsAreReported() {
        String child = study.treatedChild("SE-106");
        must(study.se().post(child + "/fractures", fracture("2024-03-01")));
        String lock = must(study.dataManager().post(STUDY + "/locks", """
            {"subject":"SE-106","through":"2024-06-30","reason":"interim analysis"}\
            """)).id();

        Answer edit = study.se().post(child + "/fractures/fracture-1/corrections", corrected("2024-03-02"));
        assertThat(edit.json().path("rule").asInt()).isEqualTo(38);
        assertThat(study.se()
                        .post(child + "/fractures", fracture("2024-05-01"))
                        .json()
                        .path("rule")
                        .asInt())
                .isEqualTo(38);
        must(study.se().post(child + "/fractures", fracture("2024-07-01")));
        must(study.se().post(child + "/adverse-events", """
            {"date":"2024-05-02","term":"Sepsis","serious":true,"criteria":["life-threatening"],"awareOn":"2024-05-03"}\
            """));
        must(study.dataManager()
                .post(STUDY + "/locks/" + lock + "/release", "{\"reason\":\"a radiograph came late\"}"));
        must(study.se().post(child + "/fractures/fracture-1/corrections", corrected("2024-03-02")));
    }

    @Test
    void aRadiographConfirmsOrRefutesAFracture() {
        String child = study.treatedChild("SE-107");
        String told = fracture("2024-03-01").replace("radiograph", "parent").replace("confirmed\"", "pending\"");
        String id = must(study.se().post(child + "/fractures", told)).id();

        Answer confirmed = must(study.se()
                .post(
                        child + "/fractures/" + id + "/confirmation",
                        "{\"date\":\"2024-03-03\",\"source\":\"radiograph\"}"));
        assertThat(entry(child, "effective", id, confirmed)
                        .at("/details/confirmation")
                        .asText())
                .isEqualTo("confirmed");
        Answer retracted = must(study.se()
                .post(
                        child + "/fracture-confirmations/fracture-confirmation-1/retraction",
                        "{\"reason\":\"wrong-subject\",\"words\":\"the image was of another child\"}"));
        assertThat(entry(child, "entries", id, retracted)
                        .at("/details/confirmation")
                        .asText())
                .isEqualTo("pending");
        Answer refuted = must(study.se()
                .post(
                        child + "/fractures/" + id + "/refutation",
                        "{\"date\":\"2024-03-04\",\"source\":\"radiograph\"}"));
        assertThat(entry(child, "effective", id, refuted)
                        .at("/details/confirmation")
                        .asText())
                .isEqualTo("refuted");
        Answer unknown = study.se()
                .post(
                        child + "/fractures/fracture-9/confirmation",
                        "{\"date\":\"2024-03-03\",\"source\":\"radiograph\"}");
        assertThat(unknown.code()).isEqualTo("record-unknown");
    }

    private static String corrected(String date) {
        return """
            {"reason":"transcription-error","words":"misread","record":%s}\
            """.formatted(fracture(date));
    }

    /**
     * A record as it is known once the last answer's order is seen.
     *
     * @param field {@code entries} as made, {@code effective} with what was said more of them
     */
    private static JsonNode entry(String child, String field, String id, Answer last) {
        String after = last.json().path("after").asText();
        for (JsonNode entry :
                must(study.se().get(child + "?after=" + after)).json().path(field)) {
            if (entry.path("id").asText().equals(id)) {
                return entry;
            }
        }
        throw new AssertionError("no entry " + id);
    }

    private static JsonNode history(String child, String type, Answer bulk) {
        String after = bulk.json().at("/results/0/after").asText();
        return must(study.se().get(child + "/history?type=" + type + "&after=" + after))
                .json();
    }
}
