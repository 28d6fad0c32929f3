package org.trialog.deploy.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The life of patient A as it is told at a keyboard, day by day. From the publication come the weeks of the first dose, the
 * counts of fractures by age, and the boosters; days, bones and weights are made up.
 */
final class PatientA {

    static final String CHILD = "SE-A";
    static final String MOTHER = "SE-A-M";
    static final LocalDate BORN = LocalDate.of(2004, 5, 27);

    /** Week 31+0 of this pregnancy is 2004-04-08: week 31 and 32 end on 2004-04-21. */
    static final String EITHER_WEEK = "2004-04-08/2004-04-21";

    static final int YEARS_TOLD = 12;
    private static final LocalDate EXPECTED = LocalDate.of(2004, 6, 10);
    private static final List<String> LONG_BONES = List.of("femur", "tibia", "humerus", "radius", "ulna", "fibula");

    private final Clinic clinic;
    private LocalDate confirmed = BORN;
    String dose = "";

    PatientA(Clinic clinic) {
        this.clinic = clinic;
    }

    /** Screened, consented and dosed before birth. */
    void unborn() {
        clinic.batch("FM-2004", "2004-01-12", "2004-03-08", "2005-01-12");
        clinic.screen(CHILD, "2004-03-15");
        clinic.record(
                CHILD,
                "pregnancy",
                """
            {"date":"2003-11-27","expectedDate":"%s","method":"ultrasound","fetuses":1}\
            """
                        .formatted(EXPECTED));
        clinic.record(
                CHILD,
                "consents",
                """
            {"date":"2004-03-22","by":"pregnant-woman","protocolVersion":1}\
            """);
        clinic.record(
                CHILD,
                "covariates",
                """
            {"date":"2004-03-22","code":"severe-oi","value":"yes"}\
            """);
        clinic.record(
                CHILD,
                "eligibility",
                """
            {"date":"2004-03-22","protocolVersion":1,"criteria":{"severe-oi":"met"},"eligible":true}\
            """);
        clinic.record(CHILD, "enrolment", "{\"date\":\"2004-03-29\"}");
        clinic.record(CHILD, "arm", "{\"date\":\"2004-03-29\",\"arm\":\"prenatal-booster\"}");
        clinic.screen(MOTHER, "2004-03-15");
        clinic.record(CHILD, "mother", "{\"date\":\"2004-03-22\",\"mother\":\"" + MOTHER + "\"}");
        dose = clinic.record(CHILD, "treatments", firstDose("GA 31")).id();
    }

    /** The other source says week 32. Neither is preferred: the date becomes the two weeks, and both stay in the history. */
    void theOtherSource() {
        clinic.record(
                CHILD,
                "treatments/" + dose + "/corrections",
                """
            {"reason":"late-information","words":"another source dates the dose to week 32: the two disagree",\
            "record":%s}\
            """
                        .formatted(firstDose(EITHER_WEEK)));
    }

    /** Born at 38+0; from now on the guardian consents for the child. */
    void born() {
        clinic.record(
                CHILD,
                "birth",
                """
            {"birthDate":"%s","gestationalAge":"38+0","sex":"F"}\
            """.formatted(BORN));
        clinic.record(CHILD, "pregnancy-outcome", "{\"date\":\"%s\",\"outcome\":\"live-birth\"}".formatted(BORN));
        clinic.record(
                CHILD,
                "consents",
                """
            {"date":"2004-06-03","by":"guardian","protocolVersion":1}\
            """);
        visit("NB", LocalDate.of(2004, 6, 10), "2.6", "", List.of());
    }

    /** Three fractures in two years, then about one and a vertebra a year until the age of 8. */
    void beforeTheBooster() {
        birthday(1, "5.1", fracture("2004-11", "femur", "left"));
        birthday(2, "6.4", fracture("2005-09-14", "tibia", "right"), fracture("2006-02-02", "humerus", "left"));
        for (int age = 3; age <= 8; age++) {
            LocalDate last = BORN.plusYears(age - 1L);
            birthday(
                    age,
                    (5 + age) + ".2",
                    fracture(last.plusMonths(4).toString(), LONG_BONES.get(age - 3), "left"),
                    fracture(last.plusMonths(8).toString().substring(0, 7), "lumbar-vertebra", "midline"));
        }
    }

    /** 2.8 million cells per kg at the age of 8, and two years in which nothing broke. */
    void theBooster() {
        booster(LocalDate.of(2012, 6, 12), "13.5", "37800000");
        birthday(9, "14.6");
        birthday(10, "15.9");
    }

    /** A booster a year since. */
    void yearlyBoosters() {
        booster(LocalDate.of(2014, 7, 8), "16.0", "44800000");
        birthday(11, "17.2");
        booster(LocalDate.of(2015, 7, 7), "17.5", "49000000");
        birthday(YEARS_TOLD, "18.8");
        booster(LocalDate.of(2016, 7, 5), "19.0", "53200000");
    }

    private static String firstDose(String date) {
        return """
            {"date":"%s","number":1,"amount":{"amount":4500000,"unit":"cells"},"perKilogram":3000000,"weight":1.5,\
            "weighedOn":"2004-04-08","weightMethod":"estimated","route":"umbilical vein","guidance":"ultrasound",\
            "product":"fetal mesenchymal stem cells","batch":"FM-2004"}\
            """
                .formatted(date);
    }

    private void booster(LocalDate day, String kilograms, String cells) {
        String batch = "FM-" + day.getYear();
        clinic.batch(
                batch,
                day.minusMonths(6).toString(),
                day.minusMonths(3).toString(),
                day.plusMonths(6).toString());
        visit(
                "BOOST",
                day,
                kilograms,
                """
            ,"treatments":[{"date":"%s","amount":{"amount":%s,"unit":"cells"},"perKilogram":2800000,"weight":%s,\
            "weighedOn":"%s","route":"intravenous","product":"fetal mesenchymal stem cells","batch":"%s"}]\
            """
                        .formatted(day, cells, kilograms, day, batch),
                List.of());
    }

    private void birthday(int age, String kilograms, String... fractures) {
        visit("Y" + age, BORN.plusYears(age).plusDays(6), kilograms, "", List.of(fractures));
    }

    /** A sitting: what is weighed and asked, and what broke since the last one. */
    private void visit(String code, LocalDate day, String kilograms, String more, List<String> fractures) {
        String type = code.equals("BOOST") ? "unscheduled" : "scheduled";
        List<String> broken = new ArrayList<>(fractures);
        clinic.record(
                CHILD,
                "visits",
                """
            {"date":"%s","code":"%s","type":"%s","mode":"clinic",\
            "measurements":[{"date":"%s","code":"weight","value":%s,"unit":"kg"}],\
            "followUpStatus":[{"kinds":["all"],"from":"%s","through":"%s","answer":"%s","source":"visit"}],\
            "fractures":[%s]%s}\
            """
                        .formatted(
                                day,
                                code,
                                type,
                                day,
                                kilograms,
                                confirmed,
                                day,
                                broken.isEmpty() ? "none" : "these",
                                String.join(",", broken),
                                more));
        confirmed = day;
    }

    private static String fracture(String date, String bone, String side) {
        return """
            {"date":"%s","bone":"%s","side":"%s","mechanism":"low-energy","source":"radiograph","confirmation":"confirmed"}\
            """
                .formatted(date, bone, side);
    }
}
