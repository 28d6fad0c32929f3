package org.trialog.query.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.subject.Recorded;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.study.StudyView;
import org.yaml.snakeyaml.Yaml;

/** A child in a small study of three doses and two visits, screened, consented and enrolled on 2 January 2024. */
final class Child {

    static final SiteId UTRECHT = new SiteId("utrecht");
    static final String PROTOCOL = """
        study: bones
        version: 1
        title: Bones
        arms:
          - {id: untreated, control: true}
          - id: treated
            doses: {count: 3, anchor: first-dose, at: [P0D, P4M, P8M], window: [P-14D, P14D],
                    perKg: 3.0e6, weightNotOlderThan: P14D, observationHours: 24}
        visits:
          - {code: M6, anchor: enrolment, at: P6M, window: [P-7D, P7D]}
          - {code: FU6, anchor: last-dose, at: P6M, window: [P-14D, P14D], arms: [treated]}
        outcomes: []
        """;

    private StudyView study = StudyView.empty(new StudyId("bones"));
    private SubjectRecord record = SubjectRecord.empty(new StudyId("bones"), new SubjectId("S-1"));

    static Child in(String arm) {
        return new Child()
                .in(new SiteOpened(UTRECHT, null, ZoneId.of("Europe/Amsterdam"), "NL"))
                .published(PROTOCOL)
                .with(new Screening(day("2024-01-02"), UTRECHT))
                .with(new Consent(day("2024-01-02"), ConsentGiver.GUARDIAN, 1))
                .with(new ArmChoice(day("2024-01-02"), new ArmId(arm), null))
                .with(new Enrolment(day("2024-01-02")));
    }

    Child published(String yaml) {
        JsonNode definition = FactJson.mapper().valueToTree(new Yaml().load(yaml));
        return in(new ProtocolPublished(definition.get("version").asInt(), definition));
    }

    Child in(StudyEvent event) {
        study = study.apply(event, 1, Instant.parse("2024-01-01T09:00:00Z"));
        return this;
    }

    Child in(BatchEvent event) {
        study = study.apply(event);
        return this;
    }

    Child with(ClinicalRecord details) {
        long next = record.position() + 1;
        return said(new Recorded<>(new RecordId(RecordKind.of(details).token() + "-" + next), details));
    }

    Child said(SubjectEvent event) {
        record = record.apply(event, record.position() + 1, Instant.parse("2024-02-01T23:30:00Z"));
        return this;
    }

    Child dose(int number, String date) {
        return dose(number, date, null);
    }

    Child dose(int number, String date, BatchId batch) {
        return with(new Treatment(
                day(date),
                null,
                number,
                new Quantity(BigDecimal.TEN, "cells"),
                null,
                null,
                null,
                null,
                null,
                null,
                batch));
    }

    Child visit(String code, String date) {
        return with(new Visit(day(date), null, code, null, null, VisitType.SCHEDULED, VisitMode.CLINIC));
    }

    List<Item> on(String asOf) {
        return Worklist.of(study, List.of(record), LocalDate.parse(asOf)).items();
    }

    List<Item> on(String asOf, Item.Kind kind) {
        return on(asOf).stream().filter(item -> item.kind() == kind).toList();
    }

    static ClinicalDate day(String text) {
        return ClinicalDate.of(text);
    }
}
