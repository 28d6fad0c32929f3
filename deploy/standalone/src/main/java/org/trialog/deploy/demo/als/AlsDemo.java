package org.trialog.deploy.demo.als;

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

/**
 * The synthetic history of a long-term analysis in amyotrophic lateral sclerosis: 19 made-up subjects of a made-up clinic,
 * each followed from treatment to the end or to the day of the analysis, with an entered prognosis.
 */
public final class AlsDemo implements DemoStudy {

    public static final StudyId STUDY = new StudyId("als-longterm");

    private static final LocalDate PUBLISHED = LocalDate.of(2000, 10, 2);
    private static final DemoSite CLINIC =
            DemoSite.of("NOV", "Synthetic clinic, Novara", "Europe/Rome", "IT", "2000-11-06");

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
        for (int place = 0; place < AlsCourse.ALL.size(); place++) {
            AlsPatient patient = new AlsPatient(place, AlsCourse.ALL.get(place), CLINIC);
            orders.addAll(patient.batch(STUDY));
            orders.addAll(patient.tell(sealings.apply(patient.subject())).orders(STUDY));
        }
        return Beginning.inOrder(orders);
    }
}
