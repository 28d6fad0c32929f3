package org.trialog.query.study;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.value.SiteId;

/**
 * What is known of a site.
 *
 * @param closed null while it is open
 * @param activations of protocol versions there, in the order in which they were recorded
 */
public record SiteView(
        SiteId site,
        @Nullable String name,
        ZoneId zone,
        @Nullable String country,
        @Nullable Reasoned closed,
        List<Activation> activations) {

    public SiteView {
        activations = List.copyOf(activations);
    }

    static SiteView of(SiteOpened opened) {
        return new SiteView(opened.site(), opened.name(), opened.zone(), opened.country(), null, List.of());
    }

    SiteView closed(Reasoned because) {
        return new SiteView(site, name, zone, country, because, activations);
    }

    SiteView activated(Activation activation) {
        List<Activation> more = new ArrayList<>(activations);
        more.add(activation);
        return new SiteView(site, name, zone, country, closed, more);
    }

    /** The activation that the site goes by on a day: of those that began by then, the one that began last. */
    public Optional<Activation> activeOn(LocalDate day) {
        return activations.stream()
                .filter(activation -> !activation.activeFrom().isAfter(day))
                .sorted(Comparator.comparing(Activation::activeFrom))
                .reduce((earlier, later) -> later);
    }
}
