package org.trialog.deploy.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A whole visit as one request: ten values, the follow-up status, a dose, a fracture and an adverse event. */
final class WholeVisit {

    private static final LocalDate FIRST = LocalDate.of(2010, 2, 1);
    private static final int DAYS_APART = 7;

    private static final List<String> VALUES = List.of(
            "weight:60.5:kg",
            "height:165:cm",
            "pulse:72:/min",
            "temperature:36.8:Cel",
            "systolic:118:mmHg",
            "diastolic:76:mmHg",
            "haemoglobin:132:g/L",
            "calcium:2.4:mmol/L",
            "alkaline-phosphatase:88:U/L",
            "vitamin-d:62:nmol/L");
    private static final List<String> BONES =
            List.of("femur", "tibia", "humerus", "radius", "fibula", "ulna", "rib", "clavicle");

    private WholeVisit() {}

    /** @param number of the subject's visits, from 0 */
    static String json(int number) {
        LocalDate day = FIRST.plusDays((long) DAYS_APART * number);
        StringBuilder values = new StringBuilder();
        for (String value : VALUES) {
            String[] parts = value.split(":");
            values.append(values.isEmpty() ? "" : ",")
                    .append("""
                {"date":"%s","code":"%s","value":%s,"unit":"%s"}"""
                            .formatted(day, parts[0], parts[1], parts[2]));
        }
        return String.format(
                Locale.ROOT,
                """
            {"date":"%1$s","type":"unscheduled","mode":"clinic","measurements":[%2$s],\
            "followUpStatus":[{"kinds":["all"],"from":"%3$s","through":"%1$s","answer":"these","source":"visit"}],\
            "treatments":[{"date":"%1$s","amount":{"amount":181500000,"unit":"cells"},"perKilogram":3000000,\
            "weight":60.5,"weighedOn":"%1$s","route":"intravenous","product":"cells","batch":"B-1"%4$s}],\
            "fractures":[{"date":"%5$s","bone":"%6$s","side":"%7$s","mechanism":"low-energy","source":"radiograph",\
            "confirmation":"confirmed"}],\
            "adverseEvents":[{"date":"%5$s","end":"%1$s","term":"Nasopharyngitis","grade":1,"serious":false,\
            "relatedness":"not-related","outcome":"recovered"}]}\
            """,
                day,
                values,
                day.minusDays(DAYS_APART),
                number == 0 ? ",\"number\":1" : "",
                day.minusDays(3),
                BONES.get(number % BONES.size()),
                number / BONES.size() % 2 == 0 ? "left" : "right");
    }
}
