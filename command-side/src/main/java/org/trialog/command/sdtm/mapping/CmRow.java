package org.trialog.command.sdtm.mapping;

import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Medication;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Quantity;

/** cm: a concomitant medication by its standard name, else the reported one. The indication is free text and not taken. */
final class CmRow {

    private CmRow() {}

    static void map(RowActs row, SubjectCase subject) {
        Part part = row.main();
        ClinicalDate start = part.dateOrUnknown("CMSTDTC");
        String name = part.first("CMDECOD", "CMTRT");
        if (name == null) {
            throw new NotUnderstood(0, "term-missing");
        }
        part.make(new Medication(start, part.otherDate("CMENDTC"), name, dose(part), null));
    }

    private static @Nullable Quantity dose(Part part) {
        try {
            return part.quantity("CMDOSE", "CMDOSU");
        } catch (NotUnderstood wrong) {
            part.flag("CMDOSE", wrong.rule(), wrong.reason());
            return null;
        }
    }
}
