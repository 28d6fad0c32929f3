package org.trialog.deploy.demo.knee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.value.ClinicalDate;

/**
 * The four scales of one visit, all from how bad the knee is.
 *
 * @param badness a share of the worst
 */
record KneeScores(LocalDate day, double badness) {

    private static final List<String> WOMAC_ITEMS = womacItems();

    /** Answers of Lysholm's items, worst first. */
    private static final Map<String, List<Integer>> LYSHOLM_ANSWERS = new TreeMap<>(Map.of(
            "limp", List.of(0, 3, 5),
            "support", List.of(0, 2, 5),
            "locking", List.of(0, 2, 6, 10, 15),
            "instability", List.of(0, 5, 10, 15, 20, 25),
            "pain", List.of(0, 5, 10, 15, 20, 25),
            "swelling", List.of(0, 2, 6, 10),
            "stairs", List.of(0, 2, 6, 10),
            "squat", List.of(0, 2, 4, 5)));

    private static List<String> womacItems() {
        List<String> items = new ArrayList<>();
        IntStream.rangeClosed(1, 5).forEach(item -> items.add("p" + item));
        IntStream.rangeClosed(1, 2).forEach(item -> items.add("s" + item));
        IntStream.rangeClosed(1, 17).forEach(item -> items.add("f" + item));
        return items;
    }

    Assessment vas() {
        return total("pain-vas", "1", BigDecimal.valueOf(badness * 12).min(BigDecimal.TEN));
    }

    Assessment vas(Assessment like, BigDecimal total) {
        return total(like.instrument(), like.version(), total);
    }

    Assessment lequesne() {
        return total("lequesne", "1", BigDecimal.valueOf(Math.round(badness * 48) / 2.0));
    }

    /** The points of the total are dealt out over the items. */
    Assessment womac() {
        int points = (int) Math.round(badness * 96);
        SortedMap<String, BigDecimal> items = new TreeMap<>();
        for (int at = 0; at < WOMAC_ITEMS.size(); at++) {
            int before = points * at / WOMAC_ITEMS.size();
            int after = points * (at + 1) / WOMAC_ITEMS.size();
            items.put(WOMAC_ITEMS.get(at), BigDecimal.valueOf(after - before));
        }
        return new Assessment(ClinicalDate.on(day), "womac", "LK3", items, BigDecimal.valueOf(points), null);
    }

    Assessment lysholm() {
        SortedMap<String, BigDecimal> items = new TreeMap<>();
        LYSHOLM_ANSWERS.forEach((item, answers) -> items.put(item, BigDecimal.valueOf(answers.get((int)
                Math.round((1 - Math.min(1, badness)) * (answers.size() - 1))))));
        BigDecimal total = items.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Assessment(ClinicalDate.on(day), "lysholm", "1", items, total, null);
    }

    private Assessment total(String instrument, String version, BigDecimal total) {
        return new Assessment(
                ClinicalDate.on(day),
                instrument,
                version,
                new TreeMap<>(),
                total.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros(),
                null);
    }
}
