package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.RecordId;

/** A record that can belong to the visit at which it was taken. */
public sealed interface AtVisit permits FollowUp, Measurement, Assessment, Fracture, AdverseEvent, Imaging {

    /** The visit that it belongs to, null when to none. */
    @Nullable
    RecordId visit();

    /** The same record as part of that visit. */
    ClinicalRecord at(RecordId visit);
}
