package org.trialog.deploy.demo.als;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of one made-up subject.
 *
 * @param days from diagnosis to the end, or to the day of the analysis
 * @param predicted months from diagnosis that the ENCALS model gave
 * @param end {@code death} or the clinical event that is an end too; null for who is alive without one at the analysis
 */
record AlsCourse(
        LocalDate diagnosed,
        int days,
        String predicted,
        @Nullable String end) {

    static final LocalDate ANALYSED = LocalDate.of(2026, 6, 30);

    /**
     * Made up, to give what is published of 19 subjects (Cytotherapy 2023): observed mean 118.8 months (SD 89.26),
     * predicted mean 70.79 (SD 27.53), 13 beyond their prediction, 4 alive. A month is 30.4375 days.
     */
    static final List<AlsCourse> ALL = List.of(
            alive("1999-11-22", 9717, "115.9"),
            ended("2000-03-14", 1565, "77.9", "death"),
            ended("2000-05-22", 3231, "95.5", "death"),
            ended("2000-07-17", 910, "41.2", "death"),
            ended("2000-09-27", 2160, "36.4", "death"),
            ended("2000-11-25", 4064, "59.6", "tracheostomy"),
            ended("2001-02-08", 1237, "133.2", "tracheostomy"),
            ended("2001-04-11", 2636, "70.3", "death"),
            ended("2001-05-30", 1743, "52.8", "permanent-ventilation"),
            ended("2001-08-03", 3588, "63.5", "death"),
            ended("2001-09-24", 1089, "49.0", "death"),
            ended("2001-12-01", 2398, "88.7", "tracheostomy"),
            ended("2002-01-25", 1386, "31.5", "death"),
            ended("2002-04-06", 4718, "45.1", "death"),
            ended("2002-06-03", 1951, "82.9", "death"),
            ended("2002-07-18", 2933, "74.2", "death"),
            alive("2002-07-31", 8735, "66.4"),
            alive("2005-01-08", 7843, "56.7"),
            alive("2007-11-16", 6801, "104.2"));

    private static AlsCourse ended(String diagnosed, int days, String predicted, String end) {
        return new AlsCourse(LocalDate.parse(diagnosed), days, predicted, end);
    }

    private static AlsCourse alive(String diagnosed, int days, String predicted) {
        return new AlsCourse(LocalDate.parse(diagnosed), days, predicted, null);
    }

    /** The day of the end, or of the analysis. */
    LocalDate last() {
        return diagnosed.plusDays(days);
    }
}
