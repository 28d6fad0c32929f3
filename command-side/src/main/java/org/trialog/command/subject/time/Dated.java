package org.trialog.command.subject.time;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.ControlMatch;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.clinical.Medication;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.Visit;
import org.trialog.events.value.ClinicalDate;

/** A date of a record and the field that holds it. */
record Dated(String field, ClinicalDate date) {
    /** All dates of a record by which something happened; what is agreed for the future, as sharing and
     * the day of an authorised dose, is none. */
    static List<Dated> past(ClinicalRecord record) {
        return switch (record) {
            case Sharing sharing -> List.of();
            case Birth birth -> List.of(new Dated("birthDate", birth.date()));
            case FollowUp followUp -> List.of(new Dated("through", followUp.date()));
            case Treatment treatment -> dates(treatment.date(), treatment.end(), "weighedOn", treatment.weighedOn());
            case AdverseEvent event -> dates(event.date(), event.end(), "awareOn", event.awareOn());
            case ControlMatch match -> dates(match.date(), null, "indexDate", ClinicalDate.on(match.indexDate()));
            default -> dates(record.date(), end(record), "", null);
        };
    }

    /** When it ended, null when it did not, or does not last. */
    static @Nullable ClinicalDate end(ClinicalRecord record) {
        return switch (record) {
            case Treatment treatment -> treatment.end();
            case AdverseEvent event -> event.end();
            case Visit visit -> visit.end();
            case ClinicalEvent event -> event.end();
            case Medication medication -> medication.end();
            case MedicalHistory history -> history.end();
            case Sharing sharing -> sharing.through();
            default -> null;
        };
    }

    private static List<Dated> dates(
            ClinicalDate date, @Nullable ClinicalDate end, String field, @Nullable ClinicalDate other) {
        List<Dated> dates = new ArrayList<>();
        dates.add(new Dated("date", date));
        if (end != null) {
            dates.add(new Dated("end", end));
        }
        if (other != null) {
            dates.add(new Dated(field, other));
        }
        return dates;
    }
}
