package org.trialog.command.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialog.command.order.OrderRefused;
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
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;

/**
 * What decisions about a study need of its history.
 *
 * @param protocols the definitions published, by version
 * @param sites every one that was ever opened
 * @param conduct the facts of how the study is run, in their order
 * @param version how many facts it has seen
 */
public record StudyState(
        boolean registered,
        SortedMap<Integer, JsonNode> protocols,
        Map<SiteId, SiteOpened> sites,
        List<StudyEvent> conduct,
        long version) {
    public StudyState {
        protocols = Collections.unmodifiableSortedMap(new TreeMap<>(protocols));
        sites = Map.copyOf(sites);
        conduct = List.copyOf(conduct);
    }

    public static StudyState empty() {
        return new StudyState(false, new TreeMap<>(), Map.of(), List.of(), 0);
    }

    public StudyState evolve(StudyEvent event) {
        return switch (event) {
            case StudyRegistered registration -> new StudyState(true, protocols, sites, conduct, version + 1);
            case ProtocolPublished published -> {
                SortedMap<Integer, JsonNode> more = new TreeMap<>(protocols);
                more.put(published.version(), published.definition());
                yield new StudyState(registered, more, sites, conduct, version + 1);
            }
            case SiteOpened opened -> {
                Map<SiteId, SiteOpened> more = new HashMap<>(sites);
                more.put(opened.site(), opened);
                yield new StudyState(registered, protocols, more, conduct, version + 1);
            }
            case StudyStatusChanged changed -> with(changed);
            case ProtocolActivatedAtSite activated -> with(activated);
            case SiteClosed closed -> with(closed);
            case DataCutLocked locked -> with(locked);
            case DataCutUnlocked unlocked -> with(unlocked);
            case DosingHeld held -> with(held);
            case DosingResumed resumed -> with(resumed);
            case AggregateResultRegistered registration -> with(registration);
            case GrantGiven given -> with(given);
            case GrantRevoked revoked -> with(revoked);
        };
    }

    private StudyState with(StudyEvent fact) {
        List<StudyEvent> more = new ArrayList<>(conduct);
        more.add(fact);
        return new StudyState(registered, protocols, sites, more, version + 1);
    }

    /** The facts of a kind, in their order. */
    <E extends StudyEvent> List<E> facts(Class<E> kind) {
        return conduct.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The number that the next protocol version must have. */
    int nextVersion() {
        return protocols.isEmpty() ? 1 : protocols.lastKey() + 1;
    }

    Optional<JsonNode> protocol(int number) {
        return Optional.ofNullable(protocols.get(number));
    }

    /** The version published last. */
    Protocol protocol() {
        return Protocol.of(protocols.lastEntry().getValue());
    }

    Optional<SiteClosed> closing(SiteId site) {
        return facts(SiteClosed.class).stream()
                .filter(closed -> closed.site().equals(site))
                .findFirst();
    }

    void requireSite(SiteId site) {
        if (!sites.containsKey(site)) {
            throw OrderRefused.of(
                    null, "site-unknown", "The study has no site %s: open it first.".formatted(site), "site");
        }
    }

    /** The study exists from its first protocol on. */
    void requireRegistered(StudyId study) {
        if (!registered) {
            throw OrderRefused.of(
                    null,
                    "study-unknown",
                    "There is no study %s: publish its protocol first.".formatted(study),
                    "study");
        }
    }
}
