package org.trialog.query.study;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchReleased;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.study.StudyRegistered;
import org.trialog.events.value.StudyId;

/**
 * What is known of a study as a whole. The two {@code apply} are the only code that knows what a fact means for it. Pure
 * and immutable.
 *
 * @param protocols every version published, oldest first
 * @param sites in the order in which they were opened
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
        List<SiteOpened> sites,
        List<Batch> batches,
        @Nullable Long firstData,
        long version) {

    public StudyView {
        protocols = List.copyOf(protocols);
        sites = List.copyOf(sites);
        batches = List.copyOf(batches);
    }

    public static StudyView empty(StudyId study) {
        return new StudyView(study, study.value(), null, null, false, List.of(), List.of(), List.of(), null, 0);
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
                        firstData,
                        version + 1);
            case ProtocolPublished published ->
                published(PublishedProtocol.of(published.version(), recordedAt, at, published.definition()));
            case SiteOpened opened -> with(protocols, and(sites, opened), batches);
        };
    }

    /** What is known once this fact of a batch is, too. */
    public StudyView apply(BatchEvent event) {
        return switch (event) {
            case BatchManufactured made ->
                with(
                        protocols,
                        sites,
                        and(
                                batches,
                                new Batch(
                                        made.batch(),
                                        made.product(),
                                        made.donor(),
                                        made.manufacturedOn(),
                                        made.expiresOn(),
                                        null)));
            case BatchReleased released ->
                with(
                        protocols,
                        sites,
                        each(
                                batches,
                                batch -> batch.batch().equals(released.batch())
                                        ? new Batch(
                                                batch.batch(),
                                                batch.product(),
                                                batch.donor(),
                                                batch.manufacturedOn(),
                                                batch.expiresOn(),
                                                released.releasedOn())
                                        : batch));
        };
    }

    /** What is known once a subject has data: only the first of them matters here. */
    public StudyView withData(long at) {
        return firstData != null
                ? this
                : new StudyView(
                        study, title, registry, condition, synthetic, protocols, sites, batches, at, version + 1);
    }

    private StudyView published(PublishedProtocol next) {
        Protocol protocol = next.protocol();
        return new StudyView(
                study,
                protocol.title(),
                protocol.registry() == null ? registry : protocol.registry(),
                protocol.condition() == null ? condition : protocol.condition(),
                synthetic || protocol.synthetic(),
                and(protocols, next),
                sites,
                batches,
                firstData,
                version + 1);
    }

    private StudyView with(List<PublishedProtocol> published, List<SiteOpened> opened, List<Batch> known) {
        return new StudyView(
                study, title, registry, condition, synthetic, published, opened, known, firstData, version + 1);
    }

    private static <T> List<T> and(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    private static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).toList();
    }
}
