package org.trialog.deploy.demo.boostb4;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trialog.command.order.BatchOrder;
import org.trialog.deploy.demo.story.DemoSite;
import org.trialog.deploy.demo.story.TimedOrder;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.StudyId;

/** The batches of the made-up cell unit: two a year, released eight weeks later, to be used within a year of manufacture. */
final class Batches {

    static final String PRODUCT = "BOOST cells";

    private static final List<LocalDate> MADE = List.of(
            LocalDate.of(2019, 2, 4),
            LocalDate.of(2019, 8, 5),
            LocalDate.of(2020, 2, 3),
            LocalDate.of(2020, 8, 3),
            LocalDate.of(2021, 2, 1),
            LocalDate.of(2021, 8, 2),
            LocalDate.of(2022, 2, 7),
            LocalDate.of(2022, 8, 1),
            LocalDate.of(2023, 2, 6),
            LocalDate.of(2023, 8, 7));

    private Batches() {}

    static List<TimedOrder> orders(StudyId study) {
        List<TimedOrder> orders = new ArrayList<>();
        for (LocalDate made : MADE) {
            var manufactured = Hospitals.SE.at(made, 15 * 60);
            orders.add(new TimedOrder(
                    manufactured,
                    DemoSite.dataManager(manufactured),
                    new BatchOrder.ManufactureBatch(study, id(made), PRODUCT, donor(made), made, expiry(made))));
            var released = Hospitals.SE.at(release(made), 10 * 60 + 30);
            orders.add(new TimedOrder(
                    released,
                    DemoSite.dataManager(released),
                    new BatchOrder.ReleaseBatch(study, id(made), release(made))));
        }
        return orders;
    }

    /** The youngest batch that may be given on that day. */
    static BatchId usableOn(LocalDate day) {
        return MADE.stream()
                .filter(made -> !release(made).isAfter(day) && !expiry(made).isBefore(day))
                .max(Comparator.naturalOrder())
                .map(Batches::id)
                .orElseThrow(() -> new IllegalStateException("no batch can be given on " + day));
    }

    /** A batch that has expired by that day: the youngest such. */
    static BatchId expiredOn(LocalDate day) {
        return MADE.stream()
                .filter(made -> expiry(made).isBefore(day))
                .max(Comparator.naturalOrder())
                .map(Batches::id)
                .orElseThrow(() -> new IllegalStateException("no batch has expired on " + day));
    }

    private static LocalDate release(LocalDate made) {
        return made.plusWeeks(8);
    }

    private static LocalDate expiry(LocalDate made) {
        return made.plusYears(1);
    }

    private static BatchId id(LocalDate made) {
        return new BatchId("BC-" + made.getYear() + (made.getMonthValue() < 7 ? "-A" : "-B"));
    }

    private static String donor(LocalDate made) {
        return made.getYear() < 2021 ? "donor-1" : "donor-2";
    }
}
