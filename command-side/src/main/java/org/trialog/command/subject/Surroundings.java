package org.trialog.command.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.SiteId;

/**
 * What a decision about a subject may look at beyond the subject: read from guard rows in the order's own transaction.
 *
 * @param protocols every published version, by number
 * @param sites every open site with its time zone
 * @param batches those that the order names and that exist
 * @param recordedAt the one instant of the order; "today" is judged from it in a site's zone
 */
public record Surroundings(
        SortedMap<Integer, Protocol> protocols,
        Map<SiteId, ZoneId> sites,
        Map<BatchId, BatchStanding> batches,
        Instant recordedAt) {

    /** Where a batch stands: released on a day or not, and its last day of use. */
    public record BatchStanding(@Nullable LocalDate releasedOn, LocalDate expiresOn) {}

    /** The version in force. */
    public Protocol protocol() {
        return protocols.lastEntry().getValue();
    }

    public Optional<Protocol> protocol(int version) {
        return Optional.ofNullable(protocols.get(version));
    }

    /** The day it is at a site; in the study's zone while no site is known. */
    public LocalDate today(@Nullable SiteId site) {
        ZoneId zone = site == null ? null : sites.get(site);
        return LocalDate.ofInstant(recordedAt, zone == null ? protocol().zone() : zone);
    }
}
