package org.trialog.deploy.figures;

import static org.trialog.deploy.running.RunningStudy.must;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trialog.deploy.app.Application;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.Api;

/** A server in this process with a study of two arms and two outcomes, and two children of each arm seen for a year. */
final class SmallStudy implements AutoCloseable {

    static final String STUDY = "/api/studies/bones";
    static final String RATE = STUDY + "/outcomes/rate";

    private final Application application;
    private final Path data;
    private final Api local;
    private final Api coordinator;
    private final Api investigator;

    private SmallStudy(Application application, Path data, boolean empty) {
        this.application = application;
        this.data = data;
        URI base = application.server().url();
        local = Api.anonymous(base).withToken(application.server().token());
        if (empty) {
            publish(1, outcomes(1, "P1Y"));
            must(local.post(STUDY + "/sites", """
                {"site":"SE","name":"Hospital","zone":"Europe/Stockholm","country":"SE"}\
                """));
        }
        String name = "c" + System.identityHashCode(this);
        coordinator = account(name, "coordinator", "{\"study\":\"bones\",\"site\":\"SE\"}");
        investigator = account("i" + name, "investigator", "");
    }

    /** @param data a folder for its data; what is there already is found again */
    static SmallStudy open(Path data) throws Exception {
        boolean empty = Files.notExists(data);
        Application application = Application.start(DataDirectory.open(data), 0, line -> {});
        try {
            return new SmallStudy(application, data, empty);
        } catch (RuntimeException | AssertionError failed) {
            application.close();
            throw failed;
        }
    }

    SmallStudy withChildren() {
        child("A-1", "treated");
        child("A-2", "treated");
        child("B-1", "untreated");
        child("B-2", "untreated");
        fracture("A-1", "2024-03-01");
        fracture("B-1", "2024-02-01");
        fracture("B-1", "2024-05-01");
        return this;
    }

    /** Enrolled on 2024-01-01 and followed to the end of the year. */
    void child(String code, String arm) {
        String path = STUDY + "/subjects/" + code;
        must(coordinator.post(
                STUDY + "/subjects", "{\"subject\":\"%s\",\"site\":\"SE\",\"date\":\"2023-12-01\"}".formatted(code)));
        seen(coordinator.post(
                path + "/birth", "{\"birthDate\":\"2023-06-10\",\"gestationalAge\":\"39+0\",\"sex\":\"F\"}"));
        seen(coordinator.post(
                path + "/consents", "{\"date\":\"2023-12-02\",\"by\":\"guardian\",\"protocolVersion\":1}"));
        must(coordinator.post(path + "/enrolment", "{\"date\":\"2024-01-01\"}"));
        must(coordinator.post(path + "/arm", "{\"date\":\"2024-01-01\",\"arm\":\"%s\"}".formatted(arm)));
        confirmed(code, "2024-01-01", "2024-12-31");
    }

    Answer confirmed(String code, String from, String through) {
        return seen(coordinator.post(STUDY + "/subjects/" + code + "/follow-up-status", """
            {"kinds":["all"],"from":"%s","through":"%s","answer":"these","source":"visit"}\
            """.formatted(from, through)));
    }

    Answer fracture(String code, String date) {
        return seen(coordinator.post(STUDY + "/subjects/" + code + "/fractures", """
            {"date":"%s","bone":"femur","side":"left","mechanism":"low-energy","source":"radiograph","confirmation":"confirmed","note":"told by telephone"}\
            """.formatted(date)));
    }

    void publish(int version, String outcomes) {
        seen(local.send("POST", "/api/studies", "application/yaml", """
            study: bones
            version: %d
            title: Bones
            synthetic: true
            arms:
              - {id: untreated, control: true}
              - {id: treated}
            outcomes:
            %s
            """.formatted(version, outcomes)
                .getBytes(StandardCharsets.UTF_8)));
    }

    static String outcomes(int version, String to) {
        return """
              - {id: rate, version: %d, kind: event-rate, event: {kind: fracture}, anchor: enrolment, to: %s}
              - {id: survival, version: 1, kind: time-to-first-event, event: {kind: death}, anchor: enrolment}
            """.formatted(version, to);
    }

    /** Destroys the note of a fracture. */
    void redact(String code, String fracture) {
        seen(local.post(STUDY + "/subjects/" + code + "/redactions", """
            {"record":"%s","field":"note","reason":"entered-in-error"}\
            """.formatted(fracture)));
    }

    /** Waits until what was written is visible. */
    Answer seen(Answer written) {
        must(local.get(STUDY + "?after=" + must(written).json().get("after").asText()));
        return written;
    }

    /** Of the study, for who sees all of it. */
    JsonNode get(String path) {
        return must(investigator.get(path)).json();
    }

    long position() {
        return get(RATE).at("/asKnownAt/position").asLong();
    }

    List<JsonNode> verify(String receipts) {
        return items(
                must(investigator.post("/api/receipts/verification", receipts)).json());
    }

    static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private Api account(String name, String role, String site) {
        String password = must(local.post(
                        "/api/accounts",
                        "{\"name\":\"%s\",\"displayName\":\"%s\",\"role\":\"%s\",\"sites\":[%s]}"
                                .formatted(name, name, role, site)))
                .json()
                .get("password")
                .asText();
        return Api.anonymous(local.base()).login(name, password);
    }

    Api coordinator() {
        return coordinator;
    }

    Api investigator() {
        return investigator;
    }

    Path data() {
        return data;
    }

    @Override
    public void close() {
        application.close();
    }
}
