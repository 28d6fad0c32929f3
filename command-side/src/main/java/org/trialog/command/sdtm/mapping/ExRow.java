package org.trialog.command.sdtm.mapping;

import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Quantity;

/** ex: a period of treatment, from start to end, with its amount and frequency. An amount of 0 is a placebo dose. */
final class ExRow {

    private ExRow() {}

    static void map(RowActs row, SubjectCase subject) {
        Part part = row.main();
        ClinicalDate start = part.requiredDate("EXSTDTC");
        ClinicalDate end = part.otherDate("EXENDTC");
        Quantity amount = part.quantity("EXDOSE", "EXDOSU");
        if (amount == null) {
            throw new NotUnderstood(0, "dose-missing");
        }
        String route = part.text("EXROUTE");
        part.make(new Treatment(
                start,
                end,
                null,
                amount,
                null,
                null,
                null,
                route == null ? null : SdtmText.slug(route),
                part.text("EXDOSFRQ"),
                product(part),
                null));
    }

    private static @Nullable String product(Part part) {
        String treatment = part.text("EXTRT");
        String form = part.text("EXDOSFRM");
        return treatment == null || form == null ? treatment : treatment + " (" + form + ")";
    }
}
