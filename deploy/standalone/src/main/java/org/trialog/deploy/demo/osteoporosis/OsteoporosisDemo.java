package org.trialog.deploy.demo.osteoporosis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.trialog.command.keys.Sealing;
import org.trialog.deploy.demo.story.Beginning;
import org.trialog.deploy.demo.story.DemoSite;
import org.trialog.deploy.demo.story.DemoStudy;
import org.trialog.deploy.demo.story.TimedOrder;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** The synthetic history of a pilot in osteoporosis: four made-up women, treated once and seen again after three months. */
public final class OsteoporosisDemo implements DemoStudy {

    public static final StudyId STUDY = new StudyId("osteoporosis-pilot");

    private static final LocalDate PUBLISHED = LocalDate.of(2017, 1, 16);
    private static final DemoSite CLINIC =
            DemoSite.of("MUR", "Synthetic clinic, Murcia", "Europe/Madrid", "ES", "2017-02-01");

    /** Three months from these days are 365 days together. */
    private static final List<OsteoporosisPatient> WOMEN = List.of(
            new OsteoporosisPatient(1, LocalDate.of(2017, 4, 11), "7.5", "4.0", "0.712", "0.719"),
            new OsteoporosisPatient(2, LocalDate.of(2017, 4, 25), "6.0", "3.5", "0.684", "0.690"),
            new OsteoporosisPatient(3, LocalDate.of(2017, 6, 13), "5.0", "5.0", "0.745", "0.741"),
            new OsteoporosisPatient(4, LocalDate.of(2017, 9, 12), "8.0", "6.5", "0.698", "0.703"));

    @Override
    public StudyId id() {
        return STUDY;
    }

    @Override
    public List<DemoSite> sites() {
        return List.of(CLINIC);
    }

    @Override
    public List<TimedOrder> orders(Function<SubjectId, Sealing> sealings) {
        List<TimedOrder> orders = new ArrayList<>();
        orders.add(Beginning.published(PUBLISHED, STUDY, 1));
        orders.add(Beginning.opened(CLINIC, STUDY));
        orders.add(Beginning.activated(CLINIC.openedOn(), CLINIC, STUDY, 1));
        for (OsteoporosisPatient woman : WOMEN) {
            SubjectId subject = woman.subject(CLINIC);
            orders.addAll(woman.cells(CLINIC).batch(STUDY));
            orders.addAll(woman.tell(CLINIC, sealings.apply(subject)).orders(STUDY));
        }
        return Beginning.inOrder(orders);
    }
}
