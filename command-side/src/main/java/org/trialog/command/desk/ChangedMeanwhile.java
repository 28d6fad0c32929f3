package org.trialog.command.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.order.Act;
import org.trialog.command.order.StaleVersion;
import org.trialog.command.order.StaleVersion.Change;
import org.trialog.command.order.SubjectOrder;
import org.trialog.events.Provenance;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Supplement;
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
import org.trialog.events.subject.SealedField;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.RecordId;
import org.trialog.events.wire.FactJson;

/**
 * Whether an order still holds although its sender saw an older version of the subject. Edits of different records do not
 * hinder each other: only what touches the same record, or makes another one of the same kind, stops it.
 */
record ChangedMeanwhile(JdbcClient database) {

    /** @throws StaleVersion with what changed, when the order does not hold */
    void check(SubjectOrder order, long actual) {
        Long expected = order.expectedVersion();
        if (expected == null || expected == actual) {
            return;
        }
        if (expected > actual) {
            throw new StaleVersion(expected, actual, List.of());
        }
        Concern concern = Concern.of(order);
        List<Change> touching = since(order, expected).stream()
                .filter(change -> concern.meets(change.fact()))
                .toList();
        if (!touching.isEmpty()) {
            throw new StaleVersion(expected, actual, touching);
        }
    }

    private List<Change> since(SubjectOrder order, long expected) {
        return database.sql("""
            select type, revision, payload, metadata from store.event
            where stream = :stream and stream_sequence >= :expected order by stream_sequence
            """)
                .param("stream", order.stream().value())
                .param("expected", expected)
                .query((row, number) -> new Change(
                        (SubjectEvent) FactJson.read(row.getString(1), row.getString(2), row.getString(3)),
                        provenance(row.getString(4))))
                .list();
    }

    private static Provenance provenance(String metadata) {
        try {
            return Provenance.of(FactJson.mapper().readValue(metadata, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("stored metadata are not of their form", malformed);
        }
    }

    /**
     * What an order is about.
     *
     * @param records and queries that it changes, or says more of
     * @param kinds of the records that it makes
     */
    private record Concern(Set<RecordId> records, Set<RecordKind> kinds) {

        static Concern of(SubjectOrder order) {
            Concern concern = new Concern(new HashSet<>(), EnumSet.noneOf(RecordKind.class));
            order.acts().forEach(concern::add);
            return concern;
        }

        private void add(Act act) {
            switch (act) {
                case Act.Make make -> {
                    kinds.add(RecordKind.of(make.details()));
                    if (make.details() instanceof Supplement supplement) {
                        records.add(supplement.of());
                    }
                }
                case Act.Correct correct -> records.add(correct.id());
                case Act.Retract retract -> records.add(retract.id());
                case Act.OpenQuery open -> {}
                case Act.AnswerQuery answer -> records.add(answer.query());
                case Act.CloseQuery close -> records.add(close.query());
                case Act.Redact redact -> records.add(redact.record());
                case Act.Restrict restrict -> records.add(SealedField.SUBJECT);
                case Act.LiftRestriction lift -> records.add(SealedField.SUBJECT);
                case Act.Erase erase -> {}
            }
        }

        boolean meets(SubjectEvent fact) {
            return switch (fact) {
                case Recorded<?> made -> kinds.contains(RecordKind.of(made.details())) || saysMore(made.details());
                case Corrected<?> corrected -> records.contains(corrected.id()) || saysMore(corrected.after());
                case Retracted<?> retracted -> records.contains(retracted.id()) || saysMore(retracted.was());
                case QueryAnswered answered -> records.contains(answered.query());
                case QueryClosed closed -> records.contains(closed.query());
                case QueryOpened opened -> false;
                case RecordFlagged raised -> false;
                case FlagResolved resolved -> records.contains(resolved.flag());
                case FieldRedacted redacted -> records.contains(redacted.record());
                case ProcessingRestricted restricted -> records.contains(SealedField.SUBJECT);
                case RestrictionLifted lifted -> records.contains(SealedField.SUBJECT);
            };
        }

        private boolean saysMore(ClinicalRecord details) {
            return details instanceof Supplement supplement && records.contains(supplement.of());
        }
    }
}
