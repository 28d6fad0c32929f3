package org.trialog.deploy.demo.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trialog.command.order.Order;
import org.trialog.command.order.StudyOrder;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.events.value.StudyId;

/** How a demo study begins: a protocol of {@code deploy/studies} is published, sites open and go by it. */
public final class Beginning {

    private Beginning() {}

    /** A published version of the protocol, as it stands in {@code deploy/studies}. */
    public static ProtocolFile protocol(StudyId study, int version) {
        String name = study + "-v" + version + ".yaml";
        return ProtocolFile.read(name, file(name));
    }

    /** A file of {@code deploy/studies}. */
    public static byte[] file(String name) {
        try (InputStream file = Beginning.class.getResourceAsStream("/studies/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no file " + name + " among the studies");
            }
            return file.readAllBytes();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    public static TimedOrder published(LocalDate day, StudyId study, int version) {
        return byDataManager(
                day,
                new StudyOrder.PublishProtocol(study, protocol(study, version).definition()));
    }

    public static TimedOrder opened(DemoSite site, StudyId study) {
        return byDataManager(
                site.openedOn(), new StudyOrder.OpenSite(study, site.id(), site.title(), site.zone(), site.country()));
    }

    /** A site's own approval of a version, and the day from which it goes by it. */
    public static TimedOrder activated(LocalDate day, DemoSite site, StudyId study, int version) {
        return byDataManager(day, new StudyOrder.ActivateProtocol(study, site.id(), version, day, day));
    }

    /** An order of the study's data manager on the morning of a day. */
    public static TimedOrder byDataManager(LocalDate day, Order order) {
        Instant at = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
        return new TimedOrder(at, DemoSite.dataManager(at), order);
    }

    /** By time; what falls on the same moment follows the name of its stream, and moves on by a second. */
    public static List<TimedOrder> inOrder(List<TimedOrder> orders) {
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
