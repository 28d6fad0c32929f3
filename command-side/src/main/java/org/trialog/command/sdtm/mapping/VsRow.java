package org.trialog.command.sdtm.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.file.Row;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.value.ClinicalDate;

/** vs: a measurement, in the standard unit where there is one; what is not a number stays as text. */
final class VsRow {

    private VsRow() {}

    static void map(RowActs row, SubjectCase subject) {
        Part part = row.main();
        ClinicalDate date = part.requiredDate("VSDTC");
        String code = part.text("VSTESTCD");
        if (code == null) {
            throw new NotUnderstood(0, "test-missing");
        }
        BigDecimal value = value(part);
        String unit = unit(row.row());
        part.borrow("unit", unit);
        part.make(new Measurement(
                date,
                subject.words().measurement(code),
                value,
                value == null ? words(part) : null,
                value == null ? null : unit,
                null));
    }

    /** The unit that the value of a row is in. */
    static @Nullable String unit(Row row) {
        return row.get("VSSTRESN") == null ? row.get("VSORRESU") : row.get("VSSTRESU");
    }

    private static @Nullable BigDecimal value(Part part) {
        if (part.text("VSSTRESN") != null) {
            return part.number("VSSTRESN");
        }
        String original = part.text("VSORRES");
        return SdtmText.isNumber(original) ? part.number("VSORRES") : null;
    }

    private static String words(Part part) {
        String result = part.first("VSSTRESC", "VSORRES");
        if (result == null) {
            result = part.text("VSSTAT");
        }
        if (result == null) {
            throw new NotUnderstood(0, "result-missing");
        }
        return result;
    }
}
