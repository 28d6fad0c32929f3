package org.trialog.command.order;

import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.RecordId;

/** One thing to do to a subject's records. */
public sealed interface Act {

    /** The imported row that it comes from, null for a person's act. */
    @Nullable
    ImportedRow row();

    /**
     * Makes a record.
     *
     * @param asDeviation words why a past act that broke a rule is recorded all the same; null to be judged in full
     */
    record Make(
            ClinicalRecord details,
            @Nullable Personal<String> asDeviation,
            @Nullable ImportedRow row) implements Act {

        public static Make of(ClinicalRecord details) {
            return new Make(details, null, null);
        }
    }

    /** Corrects a record: the old value is kept (rule 36). */
    record Correct(RecordId id, ClinicalRecord after, Reason reason) implements Act {

        @Override
        public @Nullable ImportedRow row() {
            return null;
        }
    }

    /** Asks about a record, or about the subject as a whole. */
    record OpenQuery(@Nullable RecordId about, @Nullable String field, Personal<String> words) implements Act {
        @Override
        public @Nullable ImportedRow row() {
            return null;
        }
    }

    /** Answers a query: of a person, or of a rule by its flag. */
    record AnswerQuery(RecordId query, Personal<String> words) implements Act {
        @Override
        public @Nullable ImportedRow row() {
            return null;
        }
    }

    /**
     * Closes a query.
     *
     * @param words null where the answer says all
     */
    record CloseQuery(RecordId query, @Nullable Personal<String> words) implements Act {
        @Override
        public @Nullable ImportedRow row() {
            return null;
        }
    }

    /** Retracts a record as never true. */
    record Retract(RecordId id, Reason reason) implements Act {

        @Override
        public @Nullable ImportedRow row() {
            return null;
        }
    }

    /**
     * Redacts a personal field for ever (rule 43).
     *
     * @param record the record or query, or {@code subject}
     * @param field of it, as {@link org.trialog.events.subject.SealedField} names them
     */
    record Redact(RecordId record, String field, Reason reason) implements Act {
        @Override
        public @Nullable ImportedRow row() {
            return null;
        }
    }

    /** Shows the subject's personal fields to nobody, until that is lifted (rule 43). */
    record Restrict(Reason reason) implements Act {
        @Override
        public @Nullable ImportedRow row() {
            return null;
        }
    }

    record LiftRestriction(Reason reason) implements Act {
        @Override
        public @Nullable ImportedRow row() {
            return null;
        }
    }

    /** Erases the subject's trial data: asked for, and refused while retention runs (rule 43). */
    record Erase() implements Act {
        @Override
        public @Nullable ImportedRow row() {
            return null;
        }
    }
}
