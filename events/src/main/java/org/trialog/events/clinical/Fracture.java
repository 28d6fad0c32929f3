package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.RecordId;

/**
 * One broken bone. Several of one incident share its id: n fractures, one episode (rule 29).
 *
 * @param incident groups the bones of one incident, null when it stands alone
 * @param note words of the person who records it
 */
public record Fracture(
        ClinicalDate date,
        Bone bone,
        Laterality side,
        Mechanism mechanism,
        FractureSource source,
        Confirmation confirmation,
        @Nullable String incident,
        @Nullable RecordId visit,
        @Nullable Personal<String> note)
        implements ClinicalRecord, AtVisit {

    /** At birth or in utero by its mechanism: baseline, never incident. */
    public boolean perinatalByMechanism() {
        return mechanism == Mechanism.BIRTH || mechanism == Mechanism.IN_UTERO;
    }

    /** The same once an image was read. */
    Fracture judged(Confirmation verdict) {
        return new Fracture(date, bone, side, mechanism, source, verdict, incident, visit, note);
    }

    @Override
    public Fracture at(RecordId visited) {
        return new Fracture(date, bone, side, mechanism, source, confirmation, incident, visited, note);
    }
}
