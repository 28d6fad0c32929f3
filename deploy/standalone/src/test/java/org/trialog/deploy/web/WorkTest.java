package org.trialog.deploy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.deploy.running.RunningStudy.STUDY;
import static org.trialog.deploy.running.RunningStudy.dose;
import static org.trialog.deploy.running.RunningStudy.fracture;
import static org.trialog.deploy.running.RunningStudy.must;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.RunningStudy;

/** What is due, to be reported, locked, asked and traced, over HTTP, on days that are named. */
class WorkTest {

    @TempDir
    static Path data;

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
    void rule14_rule20_whatIsDueIsListedWithItsDaysAndADoseIsHeldWhileDosingIs() {
        String child = study.treatedChild("SE-601");
        Answer given = must(study.se().post(child + "/treatments", dose("2023-06-10", 1, "B-1")));
        assertThat(due("SE-601", "2023-10-20", given))
                .containsExactly(
                        "weight weight due null null",
                        "visit BL overdue 2023-06-01 -127",
                        "visit D1 overdue 2023-06-10 -118",
                        "visit D2 due 2023-10-10 4",
                        "dose 2 due 2023-10-10 4");

        Answer held = must(study.dataManager()
                .post(
                        STUDY + "/dosing-holds",
                        "{\"arm\":\"postnatal\",\"since\":\"2023-10-01\",\"reason\":\"fever\"}"));
        assertThat(due("SE-601", "2023-10-20", held)).contains("dose 2 held 2023-10-10 4");
        Answer resumed = must(study.dataManager()
                .post(
                        STUDY + "/dosing-holds/" + held.id() + "/end",
                        "{\"on\":\"2023-10-20\",\"reason\":\"the board agrees\"}"));
        assertThat(due("SE-601", "2023-10-19", resumed)).contains("dose 2 held 2023-10-10 5");
        assertThat(due("SE-601", "2023-10-20", resumed)).contains("dose 2 due 2023-10-10 4");
        JsonNode hold = items(read("/dosing-holds", resumed))
                .filter(one -> one.get("hold").asText().equals(held.id()))
                .findFirst()
                .orElseThrow();
        assertThat(hold.at("/resumed/on").asText()).isEqualTo("2023-10-20");
        assertThat(hold.get("since").asText()).isEqualTo("2023-10-01");
    }

    @Test
    void rule33_eachClockEndsWithItsOwnReport() {
        String child = study.untreatedChild("SE-602");
        must(study.se().post(child + "/adverse-events", """
            {"date":"2024-03-03","term":"Pneumonia","serious":true,"criteria":["life-threatening"],"grade":4,
             "relatedness":"possible","expectedness":"unexpected","awareOn":"2024-03-04"}\
            """));
        String reports = child + "/adverse-events/adverse-event-1/reports";
        Answer told = must(study.se().post(reports, report("2024-03-05T09:30", "sponsor", "initial")));
        assertThat(clocks("2024-03-10", told))
                .containsExactly(
                        "site-to-sponsor 2024-03-05 met 0",
                        "expedited-7 2024-03-12 running 2",
                        "expedited-7-follow-up 2024-03-20 running 10");
        assertThat(work("SE-602", "2024-03-10", told, Set.of("safety-report")))
                .containsExactly(
                        "safety-report expedited-7 due 2024-03-12 2",
                        "safety-report expedited-7-follow-up due 2024-03-20 10");

        Answer initial = must(study.dataManager().post(reports, """
            {"date":"2024-03-12","to":"authority","kind":"initial","reference":"EV-2024-17"}\
            """));
        assertThat(clocks("2024-03-21", initial))
                .containsExactly(
                        "site-to-sponsor 2024-03-05 met 0",
                        "expedited-7 2024-03-12 met 0",
                        "expedited-7-follow-up 2024-03-20 overdue -1");
        assertThat(work("SE-602", "2024-03-21", initial, Set.of("safety-report")))
                .containsExactly("safety-report expedited-7-follow-up overdue 2024-03-20 -1");

        Answer more = must(study.dataManager().post(reports, report("2024-03-22", "authority", "follow-up")));
        assertThat(clocks("2024-03-25", more)).contains("expedited-7-follow-up 2024-03-20 late -2");
        JsonNode known = items(read("/safety?asOf=2024-03-25", more).get("cases"))
                .findFirst()
                .orElseThrow();
        assertThat(known.get("reports").findValuesAsText("reference")).contains("EV-2024-17");

        Answer corrected = must(study.dataManager().post(child + "/safety-reports/safety-report-3/corrections", """
            {"reason":"transcription-error","words":"the receipt says the 20th",
             "record":{"date":"2024-03-20","of":"adverse-event-1","to":"authority","kind":"follow-up"}}\
            """));
        assertThat(clocks("2024-03-25", corrected)).contains("expedited-7-follow-up 2024-03-20 met 0");
        assertThat(work("SE-602", "2024-03-25", corrected, Set.of("safety-report")))
                .isEmpty();
    }

    @Test
    void rule33_rule37_aReportIsRefusedBeforeItsEventAndFromWhomItIsNot() {
        String child = study.untreatedChild("SE-603");
        must(study.se().post(child + "/adverse-events", """
            {"date":"2024-03-03","term":"Cough","serious":false}\
            """));
        String reports = child + "/adverse-events/adverse-event-1/reports";
        refused(422, 33, "reported-before-known", study.se().post(reports, report("2024-03-02", "sponsor", "initial")));
        refused(
                422,
                37,
                "another-roles-record",
                study.se().post(reports, report("2024-03-05", "authority", "initial")));
        refused(422, 17, "date-in-future", study.se().post(reports, report("2999-03-05", "sponsor", "initial")));
        refused(400, 0, "bad-value", study.se().post(reports, report("2024-03-05", "everybody", "initial")));
    }

    @Test
    void rule12_rule13_aRecallIsFollowedFromTheDonorToTheChildUntilItIsSettled() {
        String child = study.treatedChild("SE-604");
        must(study.dataManager().post(STUDY + "/batches", """
            {"batch":"B-60","product":"BOOST cells","donor":"D-60","manufacturedOn":"2023-01-01",
             "expiresOn":"2026-01-01"}\
            """));
        must(study.dataManager().post(STUDY + "/batches/B-60/release", "{\"releasedOn\":\"2023-02-01\"}"));
        must(study.se().post(child + "/treatments", dose("2023-06-10", 1, "B-60")));
        Answer recalled = must(study.dataManager()
                .post(STUDY + "/batches/B-60/recall", "{\"recalledOn\":\"2023-07-01\",\"reason\":\"mould\"}"));

        for (String from : List.of("donor=D-60", "batch=B-60", "subject=SE-604")) {
            JsonNode traced = read("/traceability?" + from, recalled).get("batches");
            assertThat(traced).as(from).hasSize(1);
            assertThat(traced.at("/0/known/donor").asText()).isEqualTo("D-60");
            assertThat(traced.at("/0/keptThrough").asText()).isEqualTo("2056-01-01");
            assertThat(traced.at("/0/doses/0/subject").asText()).isEqualTo("SE-604");
            assertThat(traced.at("/0/doses/0/treatment").asText()).isEqualTo("treatment-1");
        }
        Set<String> recall = Set.of("recalled-batch");
        assertThat(work("SE-604", "2023-06-30", recalled, recall)).isEmpty();
        assertThat(work("SE-604", "2023-07-08", recalled, recall))
                .containsExactly("recalled-batch B-60 due 2023-07-01 -7");
        Answer settled = must(study.se().post(child + "/deviations", """
            {"date":"2023-07-08","importance":"important","rule":12,"about":"treatment-1","reason":"seen, and well"}\
            """));
        assertThat(work("SE-604", "2023-07-08", settled, recall)).isEmpty();
    }

    @Test
    void rule38_aLockIsListedWithItsDayAndPositionAndSoIsItsRelease() {
        String child = study.untreatedChild("SE-605");
        Answer locked = must(study.dataManager().post(STUDY + "/locks", """
            {"subject":"SE-605","through":"2023-12-31","reason":"interim"}\
            """));
        JsonNode cut = cut(locked, locked);
        assertThat(cut.get("through").asText()).isEqualTo("2023-12-31");
        assertThat(cut.get("position").asLong()).isPositive();
        assertThat(cut.path("unlocked").isObject()).isFalse();
        refused(422, 38, "locked", study.se().post(child + "/fractures", fracture("2023-12-31")));

        Answer released = must(
                study.dataManager().post(STUDY + "/locks/" + locked.id() + "/release", "{\"reason\":\"late film\"}"));
        JsonNode open = cut(locked, released);
        assertThat(open.at("/unlocked/reason").asText()).isEqualTo("late film");
        assertThat(open.at("/unlocked/position").asLong())
                .isGreaterThan(cut.get("position").asLong());
    }

    @Test
    void aQueryIsListedOpenAnsweredAndClosed() {
        String child = study.untreatedChild("SE-606");
        must(study.se().post(child + "/fractures", fracture("2024-01-05")));
        Answer asked = must(study.dataManager().post(child + "/queries", """
            {"about":"fracture-1","field":"side","words":"Left or right?"}\
            """));
        String query = child + "/queries/" + asked.id();
        assertThat(queries("open", asked)).containsExactly("SE-606 SE fracture-1 side");
        assertThat(work("SE-606", "2030-01-01", asked, Set.of("query"))).hasSize(1);
        Answer answered = must(study.se().post(query + "/answer", "{\"words\":\"Left.\"}"));
        assertThat(queries("open", answered)).isEmpty();
        assertThat(queries("answered", answered)).containsExactly("SE-606 SE fracture-1 side");
        Answer closed = must(study.dataManager().post(query + "/closure", "{}"));
        assertThat(queries("answered", closed)).isEmpty();
        assertThat(queries("closed", closed)).containsExactly("SE-606 SE fracture-1 side");
    }

    /** What is open of visits, doses and weight. */
    private static List<String> due(String subject, String asOf, Answer after) {
        return work(subject, asOf, after, Set.of("visit", "dose", "weight")).stream()
                .filter(line -> !line.contains(" not-yet "))
                .toList();
    }

    /** Kind, code, state, planned day, days left. */
    private static List<String> work(String subject, String asOf, Answer after, Set<String> kinds) {
        return items(read("/worklist?asOf=" + asOf, after).get("items"))
                .filter(item -> item.get("subject").asText().equals(subject))
                .filter(item -> kinds.contains(item.get("kind").asText()))
                .map(item -> said(item, "kind", "code", "state", "planned", "daysLeft"))
                .toList();
    }

    private static List<String> clocks(String asOf, Answer after) {
        return items(read("/safety?asOf=" + asOf, after).get("cases"))
                .filter(known -> known.get("subject").asText().equals("SE-602"))
                .flatMap(known -> items(known.get("clocks")))
                .map(clock -> said(clock, "kind", "due", "state", "daysLeft"))
                .toList();
    }

    private static List<String> queries(String state, Answer after) {
        return items(read("/queries?state=" + state, after))
                .filter(query -> query.get("subject").asText().equals("SE-606"))
                .filter(query -> !query.path("rule").isNumber())
                .map(query -> said(query, "subject", "site", "about", "field"))
                .toList();
    }

    private static JsonNode cut(Answer locked, Answer after) {
        return items(read("/locks", after))
                .filter(cut -> cut.get("cut").asText().equals(locked.id()))
                .findFirst()
                .orElseThrow();
    }

    private static String report(String date, String to, String kind) {
        return "{\"date\":\"%s\",\"to\":\"%s\",\"kind\":\"%s\"}".formatted(date, to, kind);
    }

    private static String said(JsonNode node, String... fields) {
        return Stream.of(fields).map(field -> node.path(field).asText("null")).collect(Collectors.joining(" "));
    }

    /** Once it has seen that answer's write. */
    private static JsonNode read(String path, Answer after) {
        return must(study.dataManager()
                        .get(STUDY + path + (path.contains("?") ? "&" : "?") + "after="
                                + after.json().get("after").asText()))
                .json();
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static void refused(int status, int rule, String code, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("rule").asInt()).isEqualTo(rule);
    }
}
