package org.trialog.events.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialog.events.Fact;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchQuarantined;
import org.trialog.events.batch.BatchRecalled;
import org.trialog.events.batch.BatchRejected;
import org.trialog.events.batch.BatchReleased;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.personal.Personal;
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
import org.trialog.events.study.StudyRegistered;
import org.trialog.events.study.StudyStatus;
import org.trialog.events.study.StudyStatusChanged;
import org.trialog.events.subject.Corrected;
import org.trialog.events.subject.FieldRedacted;
import org.trialog.events.subject.FlagResolved;
import org.trialog.events.subject.ProcessingRestricted;
import org.trialog.events.subject.QueryAnswered;
import org.trialog.events.subject.QueryClosed;
import org.trialog.events.subject.QueryOpened;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.subject.Recorded;
import org.trialog.events.subject.RestrictionLifted;
import org.trialog.events.subject.Retracted;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** One fact under every name of the history, with every field filled, corrected ones from a record with few. */
final class Samples {

    private static final SiteId SITE = new SiteId("SE");

    private Samples() {}

    static Map<String, Fact> all() {
        Map<String, Fact> samples = new LinkedHashMap<>();
        samples.put(
                "StudyRegistered",
                new StudyRegistered(
                        new StudyId("boostb4"),
                        "Boost Brittle Bones Before Birth",
                        "NCT03706482",
                        "osteogenesis imperfecta",
                        true));
        samples.put("ProtocolPublished", new ProtocolPublished(2, definition()));
        samples.put(
                "SiteOpened",
                new SiteOpened(new SiteId("SE"), "Synthetic hospital", ZoneId.of("Europe/Stockholm"), "SE"));
        samples.put(
                "BatchManufactured",
                new BatchManufactured(
                        new BatchId("BC-2020-01"),
                        "BOOST cells",
                        "donor-7",
                        LocalDate.of(2020, 1, 14),
                        LocalDate.of(2022, 1, 14),
                        CellOrigin.ALLOGENEIC,
                        new SubjectId("SE-001"),
                        new RecordId("harvest-1"),
                        "fetal-liver",
                        4,
                        new BigDecimal("0.93"),
                        new Quantity(new BigDecimal("50000000"), "cells")));
        LocalDate day = LocalDate.of(2020, 2, 3);
        BatchId batch = new BatchId("BC-2020-01");
        samples.put("BatchReleased", new BatchReleased(batch, day, "viability 68 %, accepted by the physician"));
        samples.put("BatchQuarantined", new BatchQuarantined(batch, day, "sterility test repeated"));
        samples.put("BatchRejected", new BatchRejected(batch, day, "not sterile"));
        samples.put("BatchRecalled", new BatchRecalled(batch, day, "donor tested positive"));
        samples.put("StudyStatusChanged", new StudyStatusChanged(StudyStatus.STOPPED_EARLY, day, "funding ended"));
        samples.put("ProtocolActivatedAtSite", new ProtocolActivatedAtSite(SITE, 2, day, day.plusDays(7)));
        samples.put("SiteClosed", new SiteClosed(SITE, day, "no more subjects"));
        samples.put(
                "DataCutLocked",
                new DataCutLocked(
                        new RecordId("cut-1"), SITE, new SubjectId("SE-001"), "FU6", day, "interim analysis"));
        samples.put("DataCutUnlocked", new DataCutUnlocked(new RecordId("cut-1"), "late radiographs"));
        samples.put(
                "DosingHeld", new DosingHeld(new RecordId("hold-1"), new ArmId("postnatal"), SITE, day, "board asked"));
        samples.put("DosingResumed", new DosingResumed(new RecordId("hold-1"), day, "board agreed"));
        samples.put(
                "AggregateResultRegistered",
                new AggregateResultRegistered(
                        new RecordId("aggregate-1"),
                        "Lamo-Espinosa 2016",
                        "high dose",
                        false,
                        "womac",
                        Period.ofMonths(12),
                        10,
                        "knee",
                        new BigDecimal("16.5"),
                        new BigDecimal("5.2"),
                        new BigDecimal("16.5"),
                        new BigDecimal("12"),
                        new BigDecimal("19"),
                        0,
                        new BigDecimal("9.8"),
                        "bone-marrow",
                        CellOrigin.AUTOLOGOUS,
                        1,
                        "J Transl Med 2016;14:246",
                        "lamo-espinosa-2016.csv",
                        AggregateResultRegistered.Scores.FINAL,
                        "points",
                        "read off a figure"));
        samples.put("GrantGiven", new GrantGiven("anna", Role.COORDINATOR, SITE));
        samples.put("GrantRevoked", new GrantRevoked("anna", Role.COORDINATOR, SITE, "left the hospital"));
        for (RecordKind kind : RecordKind.values()) {
            RecordId id = new RecordId(kind.token() + "-1");
            ClinicalRecord full = RecordSamples.full(kind);
            ClinicalRecord sparse = RecordSamples.sparse(kind);
            samples.put(kind.made(), new Recorded<>(id, full));
            samples.put(kind.corrected(), new Corrected<>(id, sparse, full));
            samples.put(kind.retracted(), new Retracted<>(id, sparse));
        }
        samples.put(
                "RecordFlagged",
                new RecordFlagged(
                        new RecordId("flag-7"),
                        new RecordId("visit-3"),
                        18,
                        "visit-after-death",
                        new TreeMap<>(Map.of("visit", "2021-03-02", "death", "2021-02"))));
        samples.put("FlagResolved", new FlagResolved(new RecordId("flag-7"), "corrected"));
        Personal<String> words = new Personal<>("key-1", "c2VhbGVk");
        samples.put("QueryOpened", new QueryOpened(new RecordId("query-3"), new RecordId("visit-3"), "date", words));
        samples.put("QueryAnswered", new QueryAnswered(new RecordId("query-3"), words));
        samples.put("QueryClosed", new QueryClosed(new RecordId("query-3"), words));
        samples.put(
                "FieldRedacted",
                new FieldRedacted(new RecordId("fracture-2"), "note", List.of("key-1", "key-2"), "entered-in-error"));
        samples.put("ProcessingRestricted", new ProcessingRestricted("erasure-requested"));
        samples.put("RestrictionLifted", new RestrictionLifted("request-withdrawn"));
        return samples;
    }

    private static ObjectNode definition() {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.put("study", "boostb4").put("version", 2).put("title", "Boost Brittle Bones Before Birth");
        ObjectNode arm = definition.putArray("arms").addObject().put("id", "postnatal");
        arm.putObject("doses").put("count", 1).put("anchor", "first-dose").put("tolerance", new BigDecimal("0.1"));
        return definition;
    }
}
