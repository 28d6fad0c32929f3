package org.trialog.events.subject;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.personal.Personal;
import org.trialog.events.personal.PersonalShape;
import org.trialog.events.value.RecordId;

/**
 * Where a personal field stands: the name by which it can be redacted, and its key.
 *
 * @param record the record or query that it belongs to; {@link #SUBJECT} for the subject as a whole
 * @param field of a record the name of the field; {@code question}, {@code answer} or {@code closure} of a query; {@link
 *     #REASON} for the words why a record was corrected or retracted, a field redacted or processing restricted
 */
public record SealedField(RecordId record, String field, String key) {

    public static final RecordId SUBJECT = new RecordId("subject");

    public static final String REASON = "reasonWords";

    /** Of a query, in the order of its life. */
    public static final List<String> OF_QUERY = List.of("question", "answer", "closure");

    /** All that a fact and the words of its reason hold. */
    public static List<SealedField> of(SubjectEvent event, @Nullable Personal<String> reasonWords) {
        List<SealedField> fields = new ArrayList<>();
        RecordId record =
                switch (event) {
                    case Recorded<?> made -> add(fields, made.id(), made.details());
                    case Corrected<?> corrected -> {
                        add(fields, corrected.id(), corrected.before());
                        yield add(fields, corrected.id(), corrected.after());
                    }
                    case Retracted<?> retracted -> add(fields, retracted.id(), retracted.was());
                    case QueryOpened opened -> add(fields, opened.query(), "question", opened.words());
                    case QueryAnswered answered -> add(fields, answered.query(), "answer", answered.words());
                    case QueryClosed closed -> add(fields, closed.query(), "closure", closed.words());
                    case FieldRedacted redacted -> redacted.record();
                    case RecordFlagged raised -> raised.flag();
                    case FlagResolved resolved -> resolved.flag();
                    case ProcessingRestricted restricted -> SUBJECT;
                    case RestrictionLifted lifted -> SUBJECT;
                };
        add(fields, record, REASON, reasonWords);
        return List.copyOf(fields);
    }

    private static RecordId add(List<SealedField> fields, RecordId record, ClinicalRecord details) {
        PersonalShape.of(details).forEach((field, personal) -> add(fields, record, field, personal));
        return record;
    }

    private static RecordId add(
            List<SealedField> fields, RecordId record, String field, @Nullable Personal<?> personal) {
        if (personal != null) {
            fields.add(new SealedField(record, field, personal.key()));
        }
        return record;
    }
}
