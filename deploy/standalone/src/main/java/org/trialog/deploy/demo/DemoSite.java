package org.trialog.deploy.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.trialog.command.order.Sender;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;

/** The made-up hospitals of the demonstration. All doses are given at {@link #SE}. */
enum DemoSite {
    SE("Synthetic hospital, Sweden (dosing)", "Europe/Stockholm", "SE", LocalDate.of(2017, 9, 4)),
    NL("Synthetic hospital, Netherlands", "Europe/Amsterdam", "NL", LocalDate.of(2018, 2, 12)),
    DE("Synthetic hospital, Germany", "Europe/Berlin", "DE", LocalDate.of(2018, 3, 19)),
    UK("Synthetic hospital, United Kingdom", "Europe/London", "GB", LocalDate.of(2018, 5, 14));

    static final String CLIENT = "trialog-demo";

    private final String title;
    private final ZoneId zone;
    private final String country;
    private final LocalDate openedOn;

    DemoSite(String title, String zone, String country, LocalDate openedOn) {
        this.title = title;
        this.zone = ZoneId.of(zone);
        this.country = country;
        this.openedOn = openedOn;
    }

    /** Deals subjects out to the hospitals. */
    static DemoSite inTurn(int place) {
        return List.of(SE, NL, DE, UK).get(place % 4);
    }

    SiteId id() {
        return new SiteId(name());
    }

    String title() {
        return title;
    }

    ZoneId zone() {
        return zone;
    }

    String country() {
        return country;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    /** A moment of a day there. */
    Instant at(LocalDate day, int minuteOfDay) {
        return day.atStartOfDay(zone).plusMinutes(minuteOfDay).toInstant();
    }

    /** The site's coordinator at that moment. */
    Sender coordinator(Instant at) {
        return new Sender(
                "demo-coordinator-" + country.toLowerCase(Locale.ROOT),
                Role.COORDINATOR,
                id(),
                Source.SIMULATION,
                CLIENT,
                null,
                at);
    }

    /** The study's data manager at that moment. */
    static Sender dataManager(Instant at) {
        return new Sender("demo-data-manager", Role.DATA_MANAGER, null, Source.SIMULATION, CLIENT, null, at);
    }
}
