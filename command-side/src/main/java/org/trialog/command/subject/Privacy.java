package org.trialog.command.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.subject.FieldRedacted;
import org.trialog.events.subject.ProcessingRestricted;
import org.trialog.events.subject.RestrictionLifted;
import org.trialog.events.subject.SealedField;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.RecordId;

/**
 * What decisions need to know of a subject's personal fields: which keys sealed what, which of them are destroyed, and
 * whether processing is restricted. Immutable.
 */
public final class Privacy {

    private static final Privacy NOTHING = new Privacy(Tree.empty(), Tree.empty(), false);

    private final Tree<RecordId, List<SealedField>> fields;
    private final Tree<String, Boolean> there;
    private final boolean restricted;

    /** @param there by key, whether it is kept; false once it is destroyed */
    private Privacy(Tree<RecordId, List<SealedField>> fields, Tree<String, Boolean> there, boolean restricted) {
        this.fields = fields;
        this.there = there;
        this.restricted = restricted;
    }

    static Privacy nothing() {
        return NOTHING;
    }

    Privacy evolve(SubjectEvent event, @Nullable Personal<String> reasonWords) {
        Privacy known = this;
        for (SealedField field : SealedField.of(event, reasonWords)) {
            known = known.with(field);
        }
        return switch (event) {
            case FieldRedacted redacted -> known.without(redacted.keys());
            case ProcessingRestricted restriction -> new Privacy(known.fields, known.there, true);
            case RestrictionLifted lifted -> new Privacy(known.fields, known.there, false);
            default -> known;
        };
    }

    /** Whether personal fields are shown to nobody. */
    boolean restricted() {
        return restricted;
    }

    /** Whether anything was ever sealed in that field. */
    boolean held(RecordId record, String field) {
        return of(record).stream().anyMatch(one -> one.field().equals(field));
    }

    /** The keys of all that was ever recorded in a field and is not erased, in their order. */
    List<String> keys(RecordId record, String field) {
        return of(record).stream()
                .filter(one -> one.field().equals(field))
                .map(SealedField::key)
                .filter(key -> Boolean.TRUE.equals(there.get(key)))
                .toList();
    }

    /** The keys that a fact brings: those that seal something in it and were not known before. */
    public Set<String> news(SubjectEvent event, @Nullable Personal<String> reasonWords) {
        Set<String> news = new TreeSet<>();
        for (SealedField field : SealedField.of(event, reasonWords)) {
            if (there.get(field.key()) == null) {
                news.add(field.key());
            }
        }
        return news;
    }

    private Privacy with(SealedField field) {
        List<SealedField> before = of(field.record());
        if (before.contains(field)) {
            return this;
        }
        List<SealedField> more = new ArrayList<>(before);
        more.add(field);
        return new Privacy(
                fields.put(field.record(), List.copyOf(more)),
                there.get(field.key()) == null ? there.put(field.key(), true) : there,
                restricted);
    }

    private Privacy without(List<String> destroyed) {
        Tree<String, Boolean> left = there;
        for (String key : destroyed) {
            left = left.put(key, false);
        }
        return new Privacy(fields, left, restricted);
    }

    private List<SealedField> of(RecordId record) {
        return Objects.requireNonNullElse(fields.get(record), List.of());
    }
}
