package org.trialog.command.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

/**
 * What decisions about a study need of its history.
 *
 * @param protocols the definitions published, by version
 * @param sites those open
 * @param version how many facts it has seen
 */
public record StudyState(
        boolean registered, SortedMap<Integer, JsonNode> protocols, Map<SiteId, SiteOpened> sites, long version) {
    public StudyState {
        protocols = Collections.unmodifiableSortedMap(new TreeMap<>(protocols));
        sites = Map.copyOf(sites);
    }

    public static StudyState empty() {
        return new StudyState(false, new TreeMap<>(), Map.of(), 0);
    }

    public StudyState evolve(StudyEvent event) {
        return switch (event) {
            case StudyRegistered registration -> new StudyState(true, protocols, sites, version + 1);
            case ProtocolPublished published -> {
                SortedMap<Integer, JsonNode> more = new TreeMap<>(protocols);
                more.put(published.version(), published.definition());
                yield new StudyState(registered, more, sites, version + 1);
            }
            case StudyStatusChanged e -> new StudyState(registered, protocols, sites, version + 1);
            case ProtocolActivatedAtSite e -> new StudyState(registered, protocols, sites, version + 1);
            case SiteClosed e -> new StudyState(registered, protocols, sites, version + 1);
            case DataCutLocked e -> new StudyState(registered, protocols, sites, version + 1);
            case DataCutUnlocked e -> new StudyState(registered, protocols, sites, version + 1);
            case DosingHeld e -> new StudyState(registered, protocols, sites, version + 1);
            case DosingResumed e -> new StudyState(registered, protocols, sites, version + 1);
            case AggregateResultRegistered e -> new StudyState(registered, protocols, sites, version + 1);
            case GrantGiven e -> new StudyState(registered, protocols, sites, version + 1);
            case GrantRevoked e -> new StudyState(registered, protocols, sites, version + 1);
            case SiteOpened opened -> {
                Map<SiteId, SiteOpened> more = new HashMap<>(sites);
                more.put(opened.site(), opened);
                yield new StudyState(registered, protocols, more, version + 1);
            }
        };
    }

    /** The number that the next protocol version must have. */
    int nextVersion() {
        return protocols.isEmpty() ? 1 : protocols.lastKey() + 1;
    }

    Optional<JsonNode> protocol(int number) {
        return Optional.ofNullable(protocols.get(number));
    }
}
