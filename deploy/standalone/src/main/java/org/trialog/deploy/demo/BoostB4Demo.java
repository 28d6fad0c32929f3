package org.trialog.deploy.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.trialog.command.keys.Sealing;
import org.trialog.command.order.Order;
import org.trialog.command.order.StudyOrder;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * The synthetic history of BOOSTB4 (NCT03706482): 18 treated children, 20 prospective and 40 historical controls at four
 * made-up hospitals, from the first protocol of 2016 to October 2026. Nothing in it is of a real child; what has been
 * published of the trial constrains it ({@link TreatedChild}). The same orders come out each time, but for the keys
 * and ciphertext of personal fields.
 */
public final class BoostB4Demo {

    public static final StudyId STUDY = new StudyId("boostb4");

    /** No visit on or after this day; the last order is recorded within a week of it. */
    static final LocalDate END = LocalDate.of(2026, 10, 12);

    private static final LocalDate FIRST_PROTOCOL = LocalDate.of(2016, 6, 1);

    private BoostB4Demo() {}

    /**
     * All orders by the time at which they are sent; no two share a moment.
     *
     * @param sealings gives what seals a subject's personal fields
     */
    public static List<TimedOrder> orders(Function<SubjectId, Sealing> sealings) {
        List<TimedOrder> orders = new ArrayList<>();
        orders.add(studyOrder(FIRST_PROTOCOL, publish(1)));
        for (DemoSite site : DemoSite.values()) {
            orders.add(studyOrder(
                    site.openedOn(),
                    new StudyOrder.OpenSite(STUDY, site.id(), site.title(), site.zone(), site.country())));
            orders.add(activation(site, 1, site.openedOn()));
        }
        orders.add(studyOrder(Entry.AMENDED, publish(2)));
        for (DemoSite site : DemoSite.values()) {
            orders.add(activation(site, 2, Entry.AMENDED));
        }
        orders.addAll(Batches.orders(STUDY));
        for (Story story : stories(sealings)) {
            orders.addAll(story.orders(STUDY));
        }
        return inOrder(orders);
    }

    /** A published version of the protocol, as it stands in {@code deploy/studies}. */
    public static ProtocolFile protocol(int version) {
        String name = "boostb4-v" + version + ".yaml";
        try (InputStream file = BoostB4Demo.class.getResourceAsStream("/studies/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no version " + version + " of this protocol");
            }
            return ProtocolFile.read(name, file.readAllBytes());
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
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

    /** A site's own approval of a version, and the day from which it goes by it. */
    private static TimedOrder activation(DemoSite site, int version, LocalDate day) {
        return studyOrder(day, new StudyOrder.ActivateProtocol(STUDY, site.id(), version, day, day));
    }

    private static StudyOrder publish(int version) {
        return new StudyOrder.PublishProtocol(STUDY, protocol(version).definition());
    }

    private static TimedOrder studyOrder(LocalDate day, Order order) {
        Instant at = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
        return new TimedOrder(at, DemoSite.dataManager(at), order);
    }

    /** By time; what falls on the same moment follows the name of its stream, and moves on by a second. */
    private static List<TimedOrder> inOrder(List<TimedOrder> orders) {
        List<TimedOrder> sorted = new ArrayList<>(orders);
        sorted.sort(Comparator.comparing(TimedOrder::at)
                .thenComparing(timed -> timed.order().stream().value()));
        Instant last = Instant.MIN;
        List<TimedOrder> apart = new ArrayList<>();
        for (TimedOrder timed : sorted) {
            Instant at = timed.at().isAfter(last) ? timed.at() : last.plusSeconds(1);
            apart.add(timed.sentAt(at));
            last = at;
        }
        return List.copyOf(apart);
    }
}
