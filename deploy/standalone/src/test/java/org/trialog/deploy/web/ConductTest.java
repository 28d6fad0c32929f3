package org.trialog.deploy.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.deploy.running.RunningStudy.STUDY;
import static org.trialog.deploy.running.RunningStudy.must;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.Api;
import org.trialog.deploy.running.RunningStudy;

/** How a study is run, over HTTP: sites, cuts, holds, results of others, who is let in, and where batches stand. */
class ConductTest {

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
    void rule38_lockedDaysAreClosedUntilTheyAreUnlockedForAReason() {
        String child = study.untreatedChild("SE-501");
        JsonNode locked =
                ordered("/locks", "{\"subject\":\"SE-501\",\"through\":\"2023-12-31\",\"reason\":\"interim\"}");
        assertThat(locked.get("records").get(0).get("kind").asText()).isEqualTo("cut");
        refused(422, "locked", study.se().post(child + "/fractures", RunningStudy.fracture("2023-12-31")));
        must(study.se().post(child + "/fractures", RunningStudy.fracture("2024-01-01")));
        ordered("/locks/" + locked.get("id").asText() + "/release", "{\"reason\":\"a late radiograph\"}");
        must(study.se().post(child + "/fractures", RunningStudy.fracture("2023-12-31")));
        refused(422, "cut-unknown", ordering("/locks/cut-99/release", "{\"reason\":\"a late radiograph\"}"));
    }

    @Test
    void rule12_aBatchIsQuarantinedReleasedAgainRecalledOrRejected() {
        ordered("/batches", """
            {"batch":"B-50","product":"BOOST cells","donor":"D-5","manufacturedOn":"2023-01-01","expiresOn":"2026-01-01",
             "origin":"allogeneic","tissue":"fetal-liver","passage":4,"viability":0.93,
             "cells":{"amount":2.0e8,"unit":"cells"}}\
            """);
        ordered("/batches/B-50/release", "{\"releasedOn\":\"2023-02-01\"}");
        ordered("/batches/B-50/quarantine", "{\"quarantinedOn\":\"2023-03-01\",\"reason\":\"a bag leaks\"}");
        ordered("/batches/B-50/release", "{\"releasedOn\":\"2023-03-05\",\"outOfSpecification\":\"one bag less\"}");
        ordered("/batches/B-50/recall", "{\"recalledOn\":\"2023-04-01\",\"reason\":\"the donor fell ill\"}");
        ordered("/batches/B-50/rejection", "{\"rejectedOn\":\"2023-04-02\",\"reason\":\"destroyed\"}");
        Answer again = ordering("/batches/B-50/release", "{\"releasedOn\":\"2023-05-01\"}");
        refused(422, "batch-rejected-for-good", again);
        assertThat(again.json().get("rule").asInt()).isEqualTo(12);
    }

    @Test
    void aSiteTakesUpAVersionAndIsClosed() {
        ordered("/sites", "{\"site\":\"DE\",\"zone\":\"Europe/Berlin\"}");
        ordered("/sites/DE/activations", "{\"version\":1,\"approvedOn\":\"2023-01-10\",\"activeFrom\":\"2023-01-15\"}");
        ordered("/sites/DE/closure", "{\"closedOn\":\"2023-06-01\",\"reason\":\"nobody to recruit\"}");
        refused(
                422,
                "site-closed",
                ordering(
                        "/sites/DE/activations",
                        "{\"version\":2,\"approvedOn\":\"2023-07-10\",\"activeFrom\":\"2023-07-15\"}"));
        ordered("/status", "{\"status\":\"recruiting\",\"since\":\"2023-01-01\"}");
        refused(
                422,
                "stopped-without-reason",
                ordering("/status", "{\"status\":\"stopped-early\",\"since\":\"2023-01-01\"}"));
        refused(400, "bad-value", ordering("/status", "{\"status\":\"paused\",\"since\":\"2023-01-01\"}"));
    }

    @Test
    void dosingIsHeldAndResumedAndResultsOfOthersAreRegistered() {
        JsonNode held =
                ordered("/dosing-holds", "{\"arm\":\"postnatal\",\"since\":\"2023-05-01\",\"reason\":\"fever\"}");
        ordered(
                "/dosing-holds/" + held.get("id").asText() + "/end",
                "{\"on\":\"2023-05-08\",\"reason\":\"the board agrees\"}");
        JsonNode result = ordered("/aggregates", """
            {"trial":"Lamo-Espinosa 2016","group":"high dose","control":false,"measure":"womac","at":"P12M","n":10,
             "median":16.5,"lowerQuartile":12,"upperQuartile":19,"source":"J Transl Med 2016;14:246"}\
            """);
        assertThat(result.get("id").asText()).startsWith("aggregate-");
    }

    @Test
    void aFileOfResultsIsRegisteredWholeOrNotAtAll() {
        String head = "trial,group,control,measure,at,n,mean,standardDeviation,source\n";
        String treated = "Ali 2020,cells,false,womac,P6M,20,12.4,4.1,J 1\n";
        String control = "Ali 2020,control,true,womac,P6M,18,17.9,5.3,J 1\n";

        refused(422, "aggregate-lines", file("a.csv", head + treated + control.replace("18", "none")));
        refused(422, "aggregate-lines", file("a.csv", head + treated + control.replace("18", "0")));
        refused(422, "aggregate-file-name", file("", head + treated));
        assertThat(must(file("a.csv", head + treated + control)).json().get("records"))
                .hasSize(2);
        assertThat(must(file("a.csv", head + treated + control)).json().get("records"))
                .isEmpty();
        assertThat(study.se()
                        .send("POST", STUDY + "/aggregates?file=a.csv", "text/csv", (head + treated).getBytes(UTF_8))
                        .status())
                .isEqualTo(403);
    }

    private static Answer file(String name, String csv) {
        return study.dataManager().send("POST", STUDY + "/aggregates?file=" + name, "text/csv", csv.getBytes(UTF_8));
    }

    @Test
    void rule42_aRevocationEndsAccessWithTheNextRequest() {
        String grant = "\"account\":\"coordinator-dk\",\"role\":\"coordinator\",\"site\":\"SE\"";
        refused(422, "account-unknown", ordering("/grants", "{" + grant + "}"));
        String password = must(study.dataManager()
                        .post(
                                "/api/accounts",
                                "{\"name\":\"coordinator-dk\",\"displayName\":\"D\",\"role\":\"coordinator\"}"))
                .json()
                .get("password")
                .asText();
        Api dk = study.anonymous().login("coordinator-dk", password);
        String screening = "{\"subject\":\"SE-5%d\",\"site\":\"SE\",\"date\":\"2023-05-15\"}";
        assertThat(dk.post(STUDY + "/subjects", screening.formatted(71)).status())
                .isEqualTo(404);
        ordered("/grants", "{" + grant + "}");
        must(dk.post(STUDY + "/subjects", screening.formatted(72)));
        ordered("/grants/revocation", "{" + grant + ",\"reason\":\"left the hospital\"}");
        assertThat(dk.post(STUDY + "/subjects", screening.formatted(73)).status())
                .isEqualTo(404);
    }

    @Test
    void anAccountForASiteThatIsNotThereIsNotMade() {
        for (String site :
                List.of("{\"study\":\"boostb4\",\"site\":\"XX\"}", "{\"study\":\"nowhere\",\"site\":\"SE\"}")) {
            refused(
                    422,
                    "site-unknown",
                    study.dataManager()
                            .post(
                                    "/api/accounts",
                                    "{\"name\":\"lost\",\"displayName\":\"L\",\"role\":\"coordinator\",\"sites\":["
                                            + site + "]}"));
        }
        assertThat(must(study.dataManager().get("/api/accounts")).json().toString())
                .doesNotContain("\"lost\"");
    }

    @Test
    void onlyADataManagerRunsTheStudy() {
        for (String path : List.of(
                "/status",
                "/sites/SE/closure",
                "/sites/SE/activations",
                "/locks",
                "/locks/cut-1/release",
                "/dosing-holds",
                "/dosing-holds/hold-1/end",
                "/aggregates",
                "/grants",
                "/grants/revocation",
                "/batches/B-1/quarantine",
                "/batches/B-1/rejection",
                "/batches/B-1/recall")) {
            for (Api account : List.of(study.se(), study.investigator(), study.auditor())) {
                assertThat(account.post(STUDY + path, "{}").status()).as(path).isEqualTo(403);
            }
            assertThat(ordering(path, "{}").status()).as(path).isEqualTo(400);
        }
    }

    @Test
    void whatTheAddressSaysIsNotSaidAgain() {
        refused(
                400,
                "field-unknown",
                ordering("/locks", "{\"study\":\"other\",\"through\":\"2023-12-31\",\"reason\":\"interim\"}"));
    }

    private static JsonNode ordered(String path, String body) {
        return must(ordering(path, body)).json();
    }

    private static Answer ordering(String path, String body) {
        return study.dataManager().post(STUDY + path, body);
    }

    private static void refused(int status, String code, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
    }
}
