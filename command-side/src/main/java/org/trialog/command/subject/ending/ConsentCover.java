package org.trialog.command.subject.ending;

import static org.trialog.events.clinical.RecordKind.ADVERSE_EVENT;
import static org.trialog.events.clinical.RecordKind.ADVERSE_EVENT_FOLLOW_UP;
import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.ASSESSMENT;
import static org.trialog.events.clinical.RecordKind.CLINICAL_EVENT;
import static org.trialog.events.clinical.RecordKind.CONTACT_REGAIN;
import static org.trialog.events.clinical.RecordKind.COVARIATE;
import static org.trialog.events.clinical.RecordKind.DOSE_AUTHORISATION;
import static org.trialog.events.clinical.RecordKind.ELIGIBILITY;
import static org.trialog.events.clinical.RecordKind.ENROLMENT;
import static org.trialog.events.clinical.RecordKind.FOLLOW_UP;
import static org.trialog.events.clinical.RecordKind.FRACTURE;
import static org.trialog.events.clinical.RecordKind.FRACTURE_CONFIRMATION;
import static org.trialog.events.clinical.RecordKind.FRACTURE_REFUTATION;
import static org.trialog.events.clinical.RecordKind.HARVEST;
import static org.trialog.events.clinical.RecordKind.IMAGING;
import static org.trialog.events.clinical.RecordKind.MEASUREMENT;
import static org.trialog.events.clinical.RecordKind.MEDICAL_HISTORY;
import static org.trialog.events.clinical.RecordKind.MEDICATION;
import static org.trialog.events.clinical.RecordKind.MEDICATION_STOP;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;
import static org.trialog.events.clinical.RecordKind.TREATMENT;
import static org.trialog.events.clinical.RecordKind.VISIT;

import java.util.EnumSet;
import java.util.Set;
import org.trialog.command.subject.Matter;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.AtVisit;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ContactRegain;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Harvest;
import org.trialog.events.clinical.Imaging;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;

/** Which parts of the consent a record stands on: it is closed when one of them is withdrawn (rules 22 and 24). */
final class ConsentCover {
    /** New clinical data. Death, the end of the study and what is decided on paper stand on no consent. */
    static final Set<RecordKind> CLINICAL_DATA = EnumSet.of(
            ELIGIBILITY,
            ENROLMENT,
            RANDOMISATION,
            ARM_CHOICE,
            ARM_CHANGE,
            COVARIATE,
            HARVEST,
            DOSE_AUTHORISATION,
            TREATMENT,
            VISIT,
            FOLLOW_UP,
            MEASUREMENT,
            ASSESSMENT,
            IMAGING,
            FRACTURE,
            FRACTURE_CONFIRMATION,
            FRACTURE_REFUTATION,
            ADVERSE_EVENT,
            ADVERSE_EVENT_FOLLOW_UP,
            CLINICAL_EVENT,
            MEDICATION,
            MEDICATION_STOP,
            MEDICAL_HISTORY,
            CONTACT_REGAIN);

    private ConsentCover() {}

    /** Whether it reports a serious adverse event: that stays open, whatever else has ended. */
    static boolean seriousEvent(Matter matter) {
        return switch (matter.details()) {
            case AdverseEvent event -> event.serious();
            case AdverseEventFollowUp further ->
                Boolean.TRUE.equals(further.serious())
                        || matter.state()
                                .record(further.of())
                                .filter(held -> held.details() instanceof AdverseEvent event && event.serious())
                                .isPresent();
            default -> false;
        };
    }

    /** All, and what of it. */
    static Set<ConsentScope> of(Matter matter) {
        EnumSet<ConsentScope> scopes = EnumSet.of(ConsentScope.ALL);
        scopes.addAll(parts(matter.details()));
        if (matter.details() instanceof AtVisit taken && taken.visit() != null) {
            scopes.addAll(matter.state()
                    .record(taken.visit())
                    .map(held -> parts(held.details()))
                    .orElse(Set.of()));
        }
        return scopes;
    }

    private static Set<ConsentScope> parts(ClinicalRecord record) {
        return switch (record) {
            case Treatment dose -> Set.of(ConsentScope.TREATMENT);
            case DoseAuthorisation authorised -> Set.of(ConsentScope.TREATMENT);
            case Visit visit ->
                Set.of(visit.mode() == VisitMode.TELEPHONE ? ConsentScope.CONTACT : ConsentScope.VISITS);
            case Measurement measured -> Set.of(ConsentScope.VISITS);
            case Assessment assessed -> Set.of(ConsentScope.VISITS);
            case Imaging image -> Set.of(ConsentScope.VISITS);
            case FollowUp asked -> by(asked.source());
            case ContactRegain regained -> by(regained.by());
            case Harvest harvest -> Set.of(ConsentScope.SAMPLES);
            default -> Set.of();
        };
    }

    private static Set<ConsentScope> by(FollowUpSource source) {
        return switch (source) {
            case VISIT -> Set.of(ConsentScope.VISITS);
            case TELEPHONE -> Set.of(ConsentScope.CONTACT);
            case CHART, REGISTRY -> Set.of(ConsentScope.REGISTRIES);
            case IMPORT -> Set.of();
        };
    }
}
