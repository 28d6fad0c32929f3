package org.trialog.query.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchQuarantined;
import org.trialog.events.batch.BatchRecalled;
import org.trialog.events.batch.BatchRejected;
import org.trialog.events.batch.BatchReleased;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.study.AggregateResultRegistered;
import org.trialog.events.study.DataCutLocked;
import org.trialog.events.study.DataCutUnlocked;
import org.trialog.events.study.DosingHeld;
import org.trialog.events.study.DosingResumed;
import org.trialog.events.study.GrantGiven;
import org.trialog.events.study.GrantRevoked;
import org.trialog.events.study.ProtocolActivatedAtSite;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.study.SiteClosed;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.study.StudyRegistered;
import org.trialog.events.study.StudyStatusChanged;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;

/**
 * What is known of a study as a whole. The two {@code apply} are the only code that knows what a fact means for it. Pure
 * and immutable.
 *
 * @param protocols every version published, oldest first
 * @param sites in the order in which they were opened
 * @param conduct how it is run: status, data cuts, holds, aggregate results, grants
 * @param firstData position of the first fact of any subject, null while there is none
 * @param version how many facts changed it
 */
public record StudyView(
        StudyId study,
        String title,
        @Nullable String registry,
        @Nullable String condition,
        boolean synthetic,
        List<PublishedProtocol> protocols,
        List<SiteView> sites,
        List<Batch> batches,
        Conduct conduct,
        @Nullable Long firstData,
        long version) {

    public StudyView {
        protocols = List.copyOf(protocols);
        sites = List.copyOf(sites);
        batches = List.copyOf(batches);
    }

    public static StudyView empty(StudyId study) {
        return new StudyView(
                study, study.value(), null, null, false, List.of(), List.of(), List.of(), Conduct.NONE, null, 0);
    }

    /** The protocol in force: the version published last. */
    public Optional<Protocol> protocol() {
        return protocols.isEmpty()
                ? Optional.empty()
                : Optional.of(protocols.getLast().protocol());
    }

    /** The zone in which a bare date of the study is meant. */
    public ZoneId zone() {
        return protocol().map(Protocol::zone).orElse(ZoneOffset.UTC);
    }

    public Optional<SiteView> site(@Nullable SiteId id) {
        return sites.stream().filter(site -> site.site().equals(id)).findFirst();
    }

    public Optional<Batch> batch(BatchId id) {
        return batches.stream().filter(batch -> batch.batch().equals(id)).findFirst();
    }

    /** The zone of a site, that of the study where the site is not known. */
    public ZoneId zone(@Nullable SiteId site) {
        return site(site).map(SiteView::zone).orElseGet(this::zone);
    }

    /**
     * The protocol version that a site goes by on a day: by its activations, before the first of them by the version
     * published first. One for which no activation was ever recorded goes by the version published last.
     *
     * @return empty while none is published
     */
    public Optional<PublishedProtocol> protocolAt(@Nullable SiteId site, LocalDate day) {
        if (protocols.isEmpty()) {
            return Optional.empty();
        }
        SiteView known = site(site).orElse(null);
        if (known == null || known.activations().isEmpty()) {
            return Optional.of(protocols.getLast());
        }
        int version = known.activeOn(day).map(Activation::version).orElseGet(protocols.getFirst()::version);
        return protocols.stream()
                .filter(published -> published.version() == version)
                .findFirst()
                .or(() -> Optional.of(protocols.getLast()));
    }

    /** What is known once this fact is, too. */
    public StudyView apply(StudyEvent event, long at, Instant recordedAt) {
        return switch (event) {
            case StudyRegistered registered ->
                new StudyView(
                        study,
                        registered.title(),
                        registered.registry(),
                        registered.condition(),
                        registered.synthetic(),
                        protocols,
                        sites,
                        batches,
                        conduct,
                        firstData,
                        version + 1);
            case ProtocolPublished published ->
                published(PublishedProtocol.of(published.version(), recordedAt, at, published.definition()));
            case SiteOpened opened -> with(protocols, Lists.and(sites, SiteView.of(opened)), batches);
            case SiteClosed closed ->
                site(closed.site(), site -> site.closed(new Reasoned(closed.closedOn(), closed.reason())));
            case ProtocolActivatedAtSite active ->
                site(
                        active.site(),
                        site -> site.activated(
                                new Activation(active.version(), active.approvedOn(), active.activeFrom())));
            case StudyStatusChanged status -> run(conduct.and(status));
            case DataCutLocked locked -> run(conduct.and(DataCutView.of(locked, at)));
            case DataCutUnlocked unlocked -> run(conduct.unlocked(unlocked, at));
            case DosingHeld held -> run(conduct.and(DosingHoldView.of(held)));
            case DosingResumed resumed -> run(conduct.resumed(resumed));
            case AggregateResultRegistered result -> run(conduct.and(result));
            case GrantGiven given -> run(conduct.and(GrantView.of(given, at)));
            case GrantRevoked taken ->
                run(conduct.granted(Lists.each(conduct.grants(), grant -> grant.after(taken, at))));
        };
    }

    /** What is known once this fact of a batch is, too. */
    public StudyView apply(BatchEvent event) {
        return switch (event) {
            case BatchManufactured made -> with(protocols, sites, Lists.and(batches, Batch.of(made)));
            case BatchReleased released -> batch(released.batch(), batch -> batch.released(released));
            case BatchQuarantined held ->
                batch(held.batch(), batch -> batch.quarantined(new Reasoned(held.quarantinedOn(), held.reason())));
            case BatchRejected rejected ->
                batch(
                        rejected.batch(),
                        batch -> batch.rejected(new Reasoned(rejected.rejectedOn(), rejected.reason())));
            case BatchRecalled recalled ->
                batch(
                        recalled.batch(),
                        batch -> batch.recalled(new Reasoned(recalled.recalledOn(), recalled.reason())));
        };
    }

    /** What is known once a subject has data: only the first of them matters here. */
    public StudyView withData(long at) {
        return firstData != null
                ? this
                : new StudyView(
                        study,
                        title,
                        registry,
                        condition,
                        synthetic,
                        protocols,
                        sites,
                        batches,
                        conduct,
                        at,
                        version + 1);
    }

    private StudyView published(PublishedProtocol next) {
        Protocol protocol = next.protocol();
        return new StudyView(
                study,
                protocol.title(),
                protocol.registry() == null ? registry : protocol.registry(),
                protocol.condition() == null ? condition : protocol.condition(),
                synthetic || protocol.synthetic(),
                Lists.and(protocols, next),
                sites,
                batches,
                conduct,
                firstData,
                version + 1);
    }

    private StudyView site(SiteId id, UnaryOperator<SiteView> change) {
        return with(protocols, Lists.each(sites, site -> site.site().equals(id) ? change.apply(site) : site), batches);
    }

    private StudyView batch(BatchId id, UnaryOperator<Batch> change) {
        return with(
                protocols, sites, Lists.each(batches, batch -> batch.batch().equals(id) ? change.apply(batch) : batch));
    }

    private StudyView with(List<PublishedProtocol> published, List<SiteView> opened, List<Batch> known) {
        return new StudyView(
                study,
                title,
                registry,
                condition,
                synthetic,
                published,
                opened,
                known,
                conduct,
                firstData,
                version + 1);
    }

    private StudyView run(Conduct next) {
        return new StudyView(
                study, title, registry, condition, synthetic, protocols, sites, batches, next, firstData, version + 1);
    }
}
