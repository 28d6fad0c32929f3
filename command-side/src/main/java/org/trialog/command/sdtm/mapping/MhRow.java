package org.trialog.command.sdtm.mapping;

import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.value.ClinicalDate;

/** mh: a condition from before the study, by its dictionary term, else the reported one; often undated. */
final class MhRow {

    private MhRow() {}

    static void map(RowActs row, SubjectCase subject) {
        Part part = row.main();
        ClinicalDate start = part.dateOrUnknown("MHSTDTC");
        String term = part.first("MHDECOD", "MHTERM");
        if (term == null) {
            throw new NotUnderstood(0, "term-missing");
        }
        part.make(new MedicalHistory(start, part.otherDate("MHENDTC"), term));
    }
}
