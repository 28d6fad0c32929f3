package org.trialog.query.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialog.events.clinical.ClinicalRecord;
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
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.record.Query.State;

/**
 * A subject's record while facts are applied to it: the inside of {@link SubjectRecord#apply}, without a copy of the whole
 * record for every fact. Confined to one thread.
 */
public final class OpenRecord {

    private final StudyId study;
    private final SubjectId subject;
    private final Map<RecordId, Entry<?>> entries = new LinkedHashMap<>();
    private final SortedMap<RecordId, Flag> flags;
    private final SortedMap<RecordId, Query> queries;
    private Privacy privacy;
    private long version;
    private long position;

    OpenRecord(SubjectRecord known) {
        study = known.study();
        subject = known.subject();
        known.entries().forEach(entry -> entries.put(entry.id(), entry));
        flags = new TreeMap<>(known.flags());
        queries = new TreeMap<>(known.queries());
        privacy = known.privacy();
        version = known.version();
        position = known.position();
    }

    /** Takes one more fact into account. */
    public OpenRecord apply(SubjectEvent event, long at, Instant recordedAt) {
        switch (event) {
            case Recorded<?> made ->
                entries.put(made.id(), new Entry<>(made.id(), made.details(), recordedAt, List.of(at)));
            case Corrected<?> corrected ->
                entries.computeIfPresent(corrected.id(), (id, entry) -> corrected(entry, corrected.after(), at));
            case Retracted<?> retracted -> entries.remove(retracted.id());
            case RecordFlagged raised -> {
                flags.put(
                        raised.flag(),
                        new Flag(raised.flag(), raised.about(), raised.rule(), raised.code(), raised.values(), at));
                queries.put(raised.flag(), Query.asked(raised, at, recordedAt));
            }
            case FlagResolved resolved -> {
                flags.remove(resolved.flag());
                step(resolved.flag(), new Query.Step(State.CLOSED, at, recordedAt, null, resolved.because()));
            }
            case QueryOpened opened -> queries.put(opened.query(), Query.asked(opened, at, recordedAt));
            case QueryAnswered answered ->
                step(answered.query(), new Query.Step(State.ANSWERED, at, recordedAt, answered.words(), null));
            case QueryClosed closed ->
                step(closed.query(), new Query.Step(State.CLOSED, at, recordedAt, closed.words(), null));
            case FieldRedacted redacted -> privacy = privacy.and(redacted, at, recordedAt);
            case ProcessingRestricted restricted ->
                privacy = privacy.with(new Privacy.Restriction(restricted.reason(), at, recordedAt));
            case RestrictionLifted lifted -> privacy = privacy.with(null);
        }
        version++;
        position = at;
        return this;
    }

    /** What is known now. */
    public SubjectRecord record() {
        return new SubjectRecord(
                study, subject, List.copyOf(entries.values()), flags, queries, privacy, version, position);
    }

    private void step(RecordId query, Query.Step step) {
        queries.computeIfPresent(query, (id, known) -> known.and(step));
    }

    private static Entry<?> corrected(Entry<?> entry, ClinicalRecord after, long at) {
        List<Long> positions = new ArrayList<>(entry.positions());
        positions.add(at);
        return new Entry<>(entry.id(), after, entry.recordedAt(), positions);
    }
}
