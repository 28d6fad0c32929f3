package org.trialog.events.clinical;

import org.trialog.events.value.RecordId;

/** A record that can belong to the visit at which it was taken. */
public sealed interface AtVisit permits FollowUp, Measurement, Assessment, Fracture, AdverseEvent, Imaging {

    /** The same record as part of that visit. */
    ClinicalRecord at(RecordId visit);
}
