package org.trialog.deploy.demo.knee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.trialog.command.keys.Sealing;
import org.trialog.command.study.AggregateFile;
import org.trialog.deploy.demo.story.Beginning;
import org.trialog.deploy.demo.story.DemoSite;
import org.trialog.deploy.demo.story.DemoStudy;
import org.trialog.deploy.demo.story.TimedOrder;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * The synthetic history of a trial in osteoarthritis of the knee: 48 made-up patients at two made-up clinics, randomised to
 * bone-marrow cells or hyaluronate, with four scales at four visits; and two files of results of other trials.
 */
public final class KneeDemo implements DemoStudy {

    public static final StudyId STUDY = new StudyId("knee-oa");

    /** Both are registered on one day: the first is published, the second is made up and says so. */
    static final List<String> AGGREGATES = List.of("lamo-espinosa-2016.csv", "synthetic-knee-trials.csv");

    private static final LocalDate PUBLISHED = LocalDate.of(2023, 1, 9);
    private static final List<DemoSite> CLINICS = List.of(
            DemoSite.of("PNA", "Synthetic clinic, Pamplona", "Europe/Madrid", "ES", "2023-02-06"),
            DemoSite.of("MAD", "Synthetic clinic, Madrid", "Europe/Madrid", "ES", "2023-03-06"));

    @Override
    public StudyId id() {
        return STUDY;
    }

    @Override
    public List<DemoSite> sites() {
        return CLINICS;
    }

    @Override
    public List<TimedOrder> orders(Function<SubjectId, Sealing> sealings) {
        List<TimedOrder> orders = new ArrayList<>();
        orders.add(Beginning.published(PUBLISHED, STUDY, 1));
        for (DemoSite clinic : CLINICS) {
            orders.add(Beginning.opened(clinic, STUDY));
            orders.add(Beginning.activated(clinic.openedOn(), clinic, STUDY, 1));
        }
        for (String file : AGGREGATES) {
            orders.add(Beginning.byDataManager(
                    PUBLISHED.plusDays(2), AggregateFile.read(STUDY, file, Beginning.file(file))));
        }
        for (int place = 0; place < KneePatient.COUNT; place++) {
            KneePatient patient = new KneePatient(place, CLINICS.get(place % CLINICS.size()));
            orders.addAll(patient.batch(STUDY));
            orders.addAll(patient.tell(sealings.apply(patient.subject())).orders(STUDY));
        }
        return Beginning.inOrder(orders);
    }
}
