package org.trialog.command.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;

/**
 * What a decision about a subject may look at beyond the subject: read from guard rows in the order's own transaction.
 *
 * @param protocols every published version, by number
 * @param sites every site that was ever opened
 * @param batches those that the order names and that exist
 * @param holds of dosing that were ever set, in the order in which they were
 * @param cuts that are locked
 * @param firstDoses given or authorised, of the study's subjects, this one's included
 * @param subjects those that the order names and that exist
 * @param role of the sender
 * @param recordedAt the one instant of the order; "today" is judged from it in a site's zone
 */
public record Surroundings(
        SortedMap<Integer, Protocol> protocols,
        Map<SiteId, SiteStanding> sites,
        Map<BatchId, BatchStanding> batches,
        List<DosingHold> holds,
        List<DataCut> cuts,
        List<FirstDose> firstDoses,
        Set<SubjectId> subjects,
        Role role,
        Instant recordedAt) {

    /** A study with sites and batches, of which nothing else is set, as a coordinator works with it. */
    public Surroundings(
            SortedMap<Integer, Protocol> protocols,
            Map<SiteId, ZoneId> zones,
            Map<BatchId, BatchStanding> batches,
            Instant recordedAt) {
        this(protocols, open(zones), batches, List.of(), List.of(), List.of(), Set.of(), Role.COORDINATOR, recordedAt);
    }

    /**
     * Where a site stands.
     *
     * @param closedOn null while it is open
     * @param activations the version that it goes by, by the first day; empty where none was ever recorded
     */
    public record SiteStanding(
            ZoneId zone, @Nullable LocalDate closedOn, NavigableMap<LocalDate, Integer> activations) {

        public static SiteStanding open(ZoneId zone) {
            return new SiteStanding(zone, null, new TreeMap<>());
        }
    }

    /**
     * Where a batch stands.
     *
     * @param releasedOn null while it is not released
     * @param expiresOn its last day of use
     * @param outOfSpecification whether it was released although it does not meet its specification
     * @param quarantinedOn null when it is not in quarantine
     * @param origin null when not said
     * @param donorSubject of an autologous batch
     */
    public record BatchStanding(
            @Nullable LocalDate releasedOn,
            LocalDate expiresOn,
            boolean outOfSpecification,
            @Nullable LocalDate quarantinedOn,
            @Nullable LocalDate rejectedOn,
            @Nullable LocalDate recalledOn,
            @Nullable CellOrigin origin,
            @Nullable SubjectId donorSubject) {

        public BatchStanding(@Nullable LocalDate releasedOn, LocalDate expiresOn) {
            this(releasedOn, expiresOn, false, null, null, null, null, null);
        }
    }

    /**
     * A hold of dosing (rule 14).
     *
     * @param arm null for every arm
     * @param site null for every site
     * @param until the first day on which doses may be given again; null while it lasts
     */
    public record DosingHold(
            RecordId id,
            @Nullable ArmId arm,
            @Nullable SiteId site,
            LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * A locked data cut (rule 38): the study, or the one of its parts that is named.
     *
     * @param visit the planned visit of the subject
     * @param through the last clinical date that is locked
     */
    public record DataCut(
            RecordId id,
            @Nullable SiteId site,
            @Nullable SubjectId subject,
            @Nullable String visit,
            LocalDate through) {}

    /**
     * When a subject of an arm was first dosed (rule 14).
     *
     * @param planned it is authorised for that day and not given yet
     */
    public record FirstDose(SubjectId subject, ArmId arm, DateRange day, boolean planned) {}

    /** The version published last. */
    public Protocol protocol() {
        return protocols.lastEntry().getValue();
    }

    public Optional<Protocol> protocol(int version) {
        return Optional.ofNullable(protocols.get(version));
    }

    /** The version in force at a site: the one that it has activated, else the one published last. */
    public Protocol protocol(@Nullable SiteId site) {
        return protocol(site, today(site));
    }

    /** The version that was in force at a site on a day. */
    public Protocol protocol(@Nullable SiteId site, LocalDate day) {
        SiteStanding standing = site == null ? null : sites.get(site);
        if (standing == null || standing.activations().isEmpty()) {
            return protocol();
        }
        Map.Entry<LocalDate, Integer> active = standing.activations().floorEntry(day);
        int version = active == null ? protocols.firstKey() : active.getValue();
        return protocol(version).orElseGet(this::protocol);
    }

    /** The day it is at a site; in the study's zone while no site is known. */
    public LocalDate today(@Nullable SiteId site) {
        SiteStanding standing = site == null ? null : sites.get(site);
        return LocalDate.ofInstant(recordedAt, standing == null ? protocol().zone() : standing.zone());
    }

    private static Map<SiteId, SiteStanding> open(Map<SiteId, ZoneId> zones) {
        Map<SiteId, SiteStanding> sites = new HashMap<>();
        zones.forEach((site, zone) -> sites.put(site, SiteStanding.open(zone)));
        return sites;
    }
}
