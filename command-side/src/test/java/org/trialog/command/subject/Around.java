package org.trialog.command.subject;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.trialog.command.subject.Surroundings.BatchStanding;
import org.trialog.command.subject.Surroundings.DataCut;
import org.trialog.command.subject.Surroundings.DosingHold;
import org.trialog.command.subject.Surroundings.FirstDose;
import org.trialog.command.subject.Surroundings.SiteStanding;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;

/** Surroundings with one thing other than it was. */
record Around(Surroundings surroundings) {
    static Around of(Surroundings surroundings) {
        return new Around(surroundings);
    }

    Around protocols(SortedMap<Integer, Protocol> protocols) {
        return new Around(new Surroundings(
                protocols,
                surroundings.sites(),
                surroundings.batches(),
                surroundings.holds(),
                surroundings.cuts(),
                surroundings.firstDoses(),
                surroundings.subjects(),
                surroundings.role(),
                surroundings.recordedAt()));
    }

    Around sites(Map<SiteId, SiteStanding> sites) {
        return new Around(new Surroundings(
                surroundings.protocols(),
                sites,
                surroundings.batches(),
                surroundings.holds(),
                surroundings.cuts(),
                surroundings.firstDoses(),
                surroundings.subjects(),
                surroundings.role(),
                surroundings.recordedAt()));
    }

    Around batches(Map<BatchId, BatchStanding> batches) {
        return new Around(new Surroundings(
                surroundings.protocols(),
                surroundings.sites(),
                batches,
                surroundings.holds(),
                surroundings.cuts(),
                surroundings.firstDoses(),
                surroundings.subjects(),
                surroundings.role(),
                surroundings.recordedAt()));
    }

    Around holds(List<DosingHold> holds) {
        return new Around(new Surroundings(
                surroundings.protocols(),
                surroundings.sites(),
                surroundings.batches(),
                holds,
                surroundings.cuts(),
                surroundings.firstDoses(),
                surroundings.subjects(),
                surroundings.role(),
                surroundings.recordedAt()));
    }

    Around cuts(List<DataCut> cuts) {
        return new Around(new Surroundings(
                surroundings.protocols(),
                surroundings.sites(),
                surroundings.batches(),
                surroundings.holds(),
                cuts,
                surroundings.firstDoses(),
                surroundings.subjects(),
                surroundings.role(),
                surroundings.recordedAt()));
    }

    Around firstDoses(List<FirstDose> firstDoses) {
        return new Around(new Surroundings(
                surroundings.protocols(),
                surroundings.sites(),
                surroundings.batches(),
                surroundings.holds(),
                surroundings.cuts(),
                firstDoses,
                surroundings.subjects(),
                surroundings.role(),
                surroundings.recordedAt()));
    }

    Around subjects(Set<SubjectId> subjects) {
        return new Around(new Surroundings(
                surroundings.protocols(),
                surroundings.sites(),
                surroundings.batches(),
                surroundings.holds(),
                surroundings.cuts(),
                surroundings.firstDoses(),
                subjects,
                surroundings.role(),
                surroundings.recordedAt()));
    }

    Around role(Role role) {
        return new Around(new Surroundings(
                surroundings.protocols(),
                surroundings.sites(),
                surroundings.batches(),
                surroundings.holds(),
                surroundings.cuts(),
                surroundings.firstDoses(),
                surroundings.subjects(),
                role,
                surroundings.recordedAt()));
    }

    Around recordedAt(Instant recordedAt) {
        return new Around(new Surroundings(
                surroundings.protocols(),
                surroundings.sites(),
                surroundings.batches(),
                surroundings.holds(),
                surroundings.cuts(),
                surroundings.firstDoses(),
                surroundings.subjects(),
                surroundings.role(),
                recordedAt));
    }
}
