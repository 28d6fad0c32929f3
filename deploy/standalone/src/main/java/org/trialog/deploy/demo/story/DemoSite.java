package org.trialog.deploy.demo.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.trialog.command.order.Sender;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;

/** A made-up hospital of a demo study. */
public record DemoSite(SiteId id, String title, ZoneId zone, String country, LocalDate openedOn) {

    private static final String CLIENT = "trialog-demo";

    public static DemoSite of(String id, String title, String zone, String country, String openedOn) {
        return new DemoSite(new SiteId(id), title, ZoneId.of(zone), country, LocalDate.parse(openedOn));
    }

    /** A moment of a day there. */
    public Instant at(LocalDate day, int minuteOfDay) {
        return day.atStartOfDay(zone).plusMinutes(minuteOfDay).toInstant();
    }

    /** The site's coordinator at that moment. */
    Sender coordinator(Instant at) {
        return new Sender(
                "demo-coordinator-" + country.toLowerCase(Locale.ROOT),
                Role.COORDINATOR,
                id,
                Source.SIMULATION,
                CLIENT,
                null,
                at);
    }

    /** The study's data manager at that moment. */
    public static Sender dataManager(Instant at) {
        return new Sender("demo-data-manager", Role.DATA_MANAGER, null, Source.SIMULATION, CLIENT, null, at);
    }
}
