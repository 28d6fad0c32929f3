package org.trialog.command.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * An order to one subject: one act, or everything that a visit or an import brings, in this order.
 *
 * @param strictness what becomes of an act that breaks a rule
 * @param oneVisit the records made belong to the visit that is made among them
 * @param expectedVersion the subject's version that the sender saw; null when any will do
 */
public record SubjectOrder(
        StudyId study,
        SubjectId subject,
        List<Act> acts,
        Strictness strictness,
        boolean oneVisit,
        @Nullable Long expectedVersion)
        implements Order {

    public SubjectOrder {
        acts = List.copyOf(acts);
    }

    /** One act of a person, judged in full. */
    public static SubjectOrder of(StudyId study, SubjectId subject, Act act) {
        return new SubjectOrder(study, subject, List.of(act), Strictness.LIVE, false, null);
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
