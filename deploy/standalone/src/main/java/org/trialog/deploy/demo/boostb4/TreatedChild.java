package org.trialog.deploy.demo.boostb4;

import java.time.LocalDate;
import java.util.List;
import org.trialog.deploy.demo.story.DemoSite;
import org.trialog.events.value.GestationalAge;
import org.trialog.events.value.SubjectId;

/**
 * The design of one treated child: when it is dosed and how many fractures it has in which window. The counts are chosen,
 * not drawn, so that the demonstration says what has been reported of the trial: against the six months before the first
 * dose about 70 % fewer in the year after the last dose and about 78 % fewer in the year after that, more than half
 * without a fracture in that second year, and no child with more than five from the first dose on.
 *
 * @param code place in the site's numbers
 * @param firstDose of the series; in utero for a prenatal child
 * @param ageAtFirstDose in days, negative in utero
 * @param bornAt gestational age at birth
 * @param perinatal fractures in utero or at birth
 * @param before fractures in the six months before the first dose
 * @param dosing fractures from the first dose to the last
 * @param year1 fractures in the first year after the last dose
 * @param year2 fractures in the second
 * @param later fractures thereafter
 */
record TreatedChild(
        DemoSite site,
        String code,
        LocalDate firstDose,
        int ageAtFirstDose,
        GestationalAge bornAt,
        int perinatal,
        int before,
        int dosing,
        int year1,
        int year2,
        int later) {

    static final List<TreatedChild> POSTNATAL = List.of(
            child(Hospitals.SE, "001", "2019-06-12", 250, "38+2", 1, 2, 1, 1, 0, 0),
            child(Hospitals.NL, "001", "2019-08-20", 310, "39+4", 0, 1, 1, 0, 0, 1),
            child(Hospitals.SE, "002", "2019-10-08", 130, "37+1", 2, 1, 0, 1, 1, 0),
            child(Hospitals.DE, "001", "2019-11-26", 340, "40+1", 0, 2, 2, 1, 0, 1),
            child(Hospitals.UK, "001", "2020-02-18", 200, "38+6", 1, 0, 0, 0, 0, 0),
            child(Hospitals.SE, "003", "2020-09-15", 430, "36+5", 2, 3, 0, 3, 2, 0),
            child(Hospitals.NL, "002", "2020-10-20", 380, "39+0", 0, 1, 1, 1, 0, 0),
            child(Hospitals.DE, "002", "2021-01-19", 160, "38+0", 1, 0, 0, 0, 0, 0),
            child(Hospitals.UK, "002", "2021-03-16", 470, "39+2", 0, 2, 1, 1, 2, 0),
            child(Hospitals.NL, "003", "2021-05-25", 290, "37+6", 0, 1, 2, 0, 0, 0),
            child(Hospitals.SE, "004", "2021-08-17", 350, "38+3", 1, 2, 1, 2, 1, 0),
            child(Hospitals.DE, "003", "2021-11-09", 110, "39+6", 1, 1, 1, 0, 0, 1),
            child(Hospitals.UK, "003", "2022-02-15", 260, "39+5", 0, 1, 1, 1, 1, 0),
            child(Hospitals.NL, "004", "2022-05-24", 500, "38+1", 0, 2, 1, 2, 2, 0),
            child(Hospitals.SE, "005", "2022-09-06", 220, "37+3", 1, 1, 0, 0, 0, 0));

    /** The first dose in utero, at 24+3, 31+2 and 28+0. */
    static final List<TreatedChild> PRENATAL = List.of(
            child(Hospitals.SE, "006", "2020-11-10", -88, "37+0", 2, 0, 1, 1, 0, 0),
            child(Hospitals.NL, "005", "2021-06-08", -31, "35+5", 1, 0, 0, 0, 0, 0),
            child(Hospitals.UK, "004", "2022-03-15", -67, "37+4", 1, 0, 0, 2, 1, 0));

    SubjectId subject() {
        return new SubjectId(site.id() + "-" + code);
    }

    LocalDate birth() {
        return firstDose.minusDays(ageAtFirstDose);
    }

    /** Gestational week 40+0. */
    LocalDate expectedDate() {
        return birth().plusDays(GestationalAge.TERM_DAYS - bornAt.fewestDays());
    }

    private static TreatedChild child(
            DemoSite site,
            String code,
            String firstDose,
            int ageAtFirstDose,
            String bornAt,
            int perinatal,
            int before,
            int dosing,
            int year1,
            int year2,
            int later) {
        return new TreatedChild(
                site,
                code,
                LocalDate.parse(firstDose),
                ageAtFirstDose,
                GestationalAge.of(bornAt),
                perinatal,
                before,
                dosing,
                year1,
                year2,
                later);
    }
}
