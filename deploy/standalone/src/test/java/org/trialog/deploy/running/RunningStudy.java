package org.trialog.deploy.running;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trialog.deploy.app.Application;
import org.trialog.deploy.datadir.DataDirectory;

/**
 * A server in this process with the BOOSTB4 protocol published, the sites SE and NL open, a released batch, and an account
 * of each role; no subject yet.
 */
public final class RunningStudy implements AutoCloseable {

    public static final String STUDY = "/api/studies/boostb4";

    private final Application application;
    private final Path data;
    private final Api local;
    private final Api se;
    private final Api nl;
    private final Api investigator;
    private final Api auditor;
    private final Api dataManager;

    private RunningStudy(Application application, Path data) throws Exception {
        this.application = application;
        this.data = data;
        URI base = application.server().url();
        Api anonymous = Api.anonymous(base);
        local = anonymous.withToken(application.server().token());
        for (int version = 1; version <= 2; version++) {
            must(local.send(
                    "POST",
                    "/api/studies",
                    "application/yaml",
                    Files.readAllBytes(protocols().resolve("boostb4-v" + version + ".yaml"))));
        }
        for (String site : new String[] {"SE", "NL"}) {
            must(local.post(STUDY + "/sites", """
                {"site":"%s","name":"Hospital","zone":"Europe/Stockholm","country":"SE"}\
                """.formatted(site)));
        }
        must(local.post(STUDY + "/batches", """
            {"batch":"B-1","product":"BOOST cells","donor":"D-1","manufacturedOn":"2023-01-01","expiresOn":"2026-01-01"}\
            """));
        must(local.post(STUDY + "/batches/B-1/release", "{\"releasedOn\":\"2023-01-15\"}"));
        must(local.post(STUDY + "/batches", """
            {"batch":"B-2","product":"BOOST cells","donor":"D-1","manufacturedOn":"2023-01-01","expiresOn":"2026-01-01"}\
            """));
        se = account("coordinator-se", "coordinator", "{\"study\":\"boostb4\",\"site\":\"SE\"}");
        nl = account("coordinator-nl", "coordinator", "{\"study\":\"boostb4\",\"site\":\"NL\"}");
        investigator = account("investigator", "investigator", "");
        auditor = account("auditor", "auditor", "");
        dataManager = account("data-manager", "data-manager", "");
    }

    public static Path protocols() {
        return Path.of(System.getProperty("trialog.root", "../.."), "deploy/studies");
    }

    /** @param data a folder for its data */
    public static RunningStudy start(Path data) throws Exception {
        Application application = Application.start(DataDirectory.open(data), 0, line -> {});
        try {
            return new RunningStudy(application, data);
        } catch (Exception | AssertionError failed) {
            application.close();
            throw failed;
        }
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

    /** A child of the postnatal arm, born 2023-03-10 and enrolled on 2023-06-01 at SE; returns its address. */
    public String treatedChild(String code) {
        return enrolled(code, "postnatal");
    }

    public String untreatedChild(String code) {
        return enrolled(code, "control-prospective");
    }

    private String enrolled(String code, String arm) {
        String child = screened(code);
        must(se.post(child + "/consents", "{\"date\":\"2023-05-20\",\"by\":\"guardian\",\"protocolVersion\":2}"));
        if (arm.equals("postnatal")) {
            must(se.post(
                    child + "/covariates",
                    "{\"date\":\"2023-05-20\",\"code\":\"glycine-substitution\",\"value\":\"yes\"}"));
        }
        must(se.post(child + "/enrolment", "{\"date\":\"2023-06-01\"}"));
        must(se.post(child + "/arm", "{\"date\":\"2023-06-01\",\"arm\":\"%s\"}".formatted(arm)));
        return child;
    }

    /** Screened and born, not consented. */
    public String screened(String code) {
        must(se.post(
                STUDY + "/subjects", "{\"subject\":\"%s\",\"site\":\"SE\",\"date\":\"2023-05-15\"}".formatted(code)));
        String child = STUDY + "/subjects/" + code;
        must(se.post(child + "/birth", "{\"birthDate\":\"2023-03-10\",\"gestationalAge\":\"39+0\",\"sex\":\"F\"}"));
        return child;
    }

    /** The first answer that was wanted. */
    public static Answer must(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError("refused: " + answer);
        }
        return answer;
    }

    public static String fracture(String date) {
        return """
            {"date":"%s","bone":"femur","side":"left","mechanism":"low-energy","source":"radiograph","confirmation":"confirmed"}\
            """.formatted(date);
    }

    public static String weight(String date, String value) {
        return "{\"date\":\"%s\",\"code\":\"weight\",\"value\":%s,\"unit\":\"kg\"}".formatted(date, value);
    }

    public static String dose(String date, int number, String batch) {
        return """
            {"date":"%s","number":%d,"amount":{"amount":18000000,"unit":"cells"},"perKilogram":3000000,"weight":6.0,\
            "weighedOn":"%s","route":"intravenous","product":"BOOST cells","batch":"%s"}\
            """.formatted(date, number, date, batch);
    }

    public Database database() {
        return new Database(data);
    }

    public Path data() {
        return data;
    }

    public Api anonymous() {
        return Api.anonymous(local.base());
    }

    /** The operating-system user. */
    public Api local() {
        return local;
    }

    public Api se() {
        return se;
    }

    public Api nl() {
        return nl;
    }

    public Api investigator() {
        return investigator;
    }

    public Api auditor() {
        return auditor;
    }

    public Api dataManager() {
        return dataManager;
    }

    @Override
    public void close() {
        application.close();
    }
}
