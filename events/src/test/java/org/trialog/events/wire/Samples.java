package org.trialog.events.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.trialog.events.Fact;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchReleased;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.study.StudyRegistered;
import org.trialog.events.subject.Corrected;
import org.trialog.events.subject.FlagResolved;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.subject.Recorded;
import org.trialog.events.subject.Retracted;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;

/** One fact under every name of the history, with every field filled, corrected ones from a record with few. */
final class Samples {

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
                        LocalDate.of(2022, 1, 14)));
        samples.put("BatchReleased", new BatchReleased(new BatchId("BC-2020-01"), LocalDate.of(2020, 2, 3)));
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
