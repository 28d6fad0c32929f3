package org.trialog.deploy.demo.boostb4;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.trialog.command.keys.Sealing;
import org.trialog.deploy.demo.story.Beginning;
import org.trialog.deploy.demo.story.DemoSite;
import org.trialog.deploy.demo.story.DemoStudy;
import org.trialog.deploy.demo.story.Story;
import org.trialog.deploy.demo.story.TimedOrder;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * The synthetic history of BOOSTB4 (NCT03706482): 18 treated children, 20 prospective and 40 historical controls at four
 * made-up hospitals, from the first protocol of 2016 to October 2026. Nothing in it is of a real child; what has been
 * published of the trial constrains it ({@link TreatedChild}).
 */
public final class BoostB4Demo implements DemoStudy {

    public static final StudyId STUDY = new StudyId("boostb4");

    /** No visit on or after this day; the last order is recorded within a week of it. */
    static final LocalDate END = LocalDate.of(2026, 10, 12);

    private static final LocalDate FIRST_PROTOCOL = LocalDate.of(2016, 6, 1);

    @Override
    public StudyId id() {
        return STUDY;
    }

    @Override
    public List<DemoSite> sites() {
        return Hospitals.ALL;
    }

    @Override
    public List<TimedOrder> orders(Function<SubjectId, Sealing> sealings) {
        List<TimedOrder> orders = new ArrayList<>();
        orders.add(Beginning.published(FIRST_PROTOCOL, STUDY, 1));
        for (DemoSite site : sites()) {
            orders.add(Beginning.opened(site, STUDY));
            orders.add(Beginning.activated(site.openedOn(), site, STUDY, 1));
        }
        orders.add(Beginning.published(Entry.AMENDED, STUDY, 2));
        for (DemoSite site : sites()) {
            orders.add(Beginning.activated(Entry.AMENDED, site, STUDY, 2));
        }
        orders.addAll(Batches.orders(STUDY));
        for (Story story : stories(sealings)) {
            orders.addAll(story.orders(STUDY));
        }
        return Beginning.inOrder(orders);
    }

    private static List<Story> stories(Function<SubjectId, Sealing> sealings) {
        List<Story> stories = new ArrayList<>();
        for (TreatedChild child : TreatedChild.POSTNATAL) {
            stories.add(new TreatedStory(child, sealings.apply(child.subject())).tell());
        }
        for (TreatedChild child : TreatedChild.PRENATAL) {
            stories.add(new TreatedStory(child, sealings.apply(child.subject())).tell());
        }
        for (int place = 0; place < ProspectiveControl.COUNT; place++) {
            ProspectiveControl control = new ProspectiveControl(place);
            stories.add(control.tell(sealings.apply(control.subject())));
        }
        for (int place = 0; place < HistoricalControl.COUNT; place++) {
            HistoricalControl control = new HistoricalControl(place);
            stories.add(control.tell(sealings.apply(control.subject())));
        }
        return stories;
    }
}
