package org.trialog.deploy.story;

import static org.trialog.deploy.running.RunningStudy.must;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trialog.deploy.app.Application;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.Api;
import org.trialog.deploy.running.RunningStudy;

/** A server in this process with the named-patient protocol, the site SE, and accounts: nobody has been seen there yet. */
final class Clinic implements AutoCloseable {

    static final String STUDY = "/api/studies/named-patient-oi";

    private final Application application;
    private final Api local;
    private final Api coordinator;
    private final Api investigator;
    private final Api dataManager;
    private String last = "";

    private Clinic(Application application) throws Exception {
        this.application = application;
        URI base = application.server().url();
        local = Api.anonymous(base).withToken(application.server().token());
        must(local.send(
                "POST",
                "/api/studies",
                "application/yaml",
                Files.readAllBytes(RunningStudy.protocols().resolve("named-patient-v1.yaml"))));
        must(local.post(STUDY + "/sites", """
            {"site":"SE","name":"Hospital","zone":"Europe/Stockholm","country":"SE"}\
            """));
        coordinator = account("coordinator", "coordinator", "{\"study\":\"named-patient-oi\",\"site\":\"SE\"}");
        investigator = account("investigator", "investigator", "");
        dataManager = account("data-manager", "data-manager", "");
    }

    /** @param data a folder for its data */
    static Clinic open(Path data) throws Exception {
        Application application = Application.start(DataDirectory.open(data), 0, line -> {});
        try {
            return new Clinic(application);
        } catch (Exception | AssertionError failed) {
            application.close();
            throw failed;
        }
    }

    private Api account(String name, String role, String site) {
        Answer made = must(local.post("/api/accounts", """
            {"name":"%s","displayName":"%s","role":"%s","sites":[%s]}\
            """.formatted(name, name, role, site)));
        return Api.anonymous(local.base())
                .login(name, made.json().get("password").asText());
    }

    /** Made and released for use within a year, as the cell unit does. */
    void batch(String id, String manufactured, String released, String expires) {
        must(dataManager.post(STUDY + "/batches", """
            {"batch":"%s","product":"fetal mesenchymal stem cells","donor":"donor-1","manufacturedOn":"%s","expiresOn":"%s"}\
            """.formatted(id, manufactured, expires)));
        must(dataManager.post(STUDY + "/batches/" + id + "/release", "{\"releasedOn\":\"%s\"}".formatted(released)));
    }

    Answer screen(String subject, String day) {
        return must(coordinator.post(
                STUDY + "/subjects", "{\"subject\":\"%s\",\"site\":\"SE\",\"date\":\"%s\"}".formatted(subject, day)));
    }

    Answer record(String subject, String path, String json) {
        Answer recorded = must(coordinator.post(STUDY + "/subjects/" + subject + "/" + path, json));
        last = recorded.json().get("after").asText();
        return recorded;
    }

    /** The token of what was recorded last: whoever reads waits until it is visible. */
    String last() {
        return last;
    }

    Api investigator() {
        return investigator;
    }

    @Override
    public void close() {
        application.close();
    }
}
