package org.trialog.command.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.command.keys.Keyring;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * An order to one subject: one act, or everything that a visit or an import brings, in this order.
 *
 * @param strictness what becomes of an act that breaks a rule
 * @param oneVisit the records made belong to the visit that is made among them
 * @param expectedVersion the subject's version that the sender saw; null when any will do
 * @param keys of the personal fields in the acts: those of what is recorded are kept with it
 */
public record SubjectOrder(
        StudyId study,
        SubjectId subject,
        List<Act> acts,
        Strictness strictness,
        boolean oneVisit,
        @Nullable Long expectedVersion,
        Keyring keys)
        implements Order {

    public SubjectOrder {
        acts = List.copyOf(acts);
    }

    /** Acts without a personal field; {@link #with} adds the keys of those that have some. */
    public SubjectOrder(
            StudyId study,
            SubjectId subject,
            List<Act> acts,
            Strictness strictness,
            boolean oneVisit,
            @Nullable Long expectedVersion) {
        this(study, subject, acts, strictness, oneVisit, expectedVersion, Keyring.empty());
    }

    /** One act of a person, judged in full. */
    public static SubjectOrder of(StudyId study, SubjectId subject, Act act) {
        return new SubjectOrder(study, subject, List.of(act), Strictness.LIVE, false, null);
    }

    public SubjectOrder with(Keyring itsKeys) {
        return new SubjectOrder(study, subject, acts, strictness, oneVisit, expectedVersion, itsKeys);
    }

    @Override
    public StreamId stream() {
        return StreamId.of(study, subject);
    }

    /** How rules that refuse (E) are judged. */
    public enum Strictness {
        /** E refuses the whole order. */
        LIVE,
        /** E becomes a flag; an act that cannot be understood is rejected alone, the others stand. */
        IMPORT
    }
}
