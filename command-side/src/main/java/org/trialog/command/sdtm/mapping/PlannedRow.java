package org.trialog.command.sdtm.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.file.Row;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.wire.FactJson;

/**
 * A row of tv as a planned visit. Study day 1 is the reference start and there is no day 0: a positive VISITDY is that
 * minus one in days from enrolment, a negative one is itself.
 *
 * @param at days from enrolment; null when the source plans no day
 */
record PlannedRow(String code, String name, @Nullable Integer at) {

    /** Null when the row's numbers cannot be understood, or it names no visit. */
    static @Nullable PlannedRow of(Row row) {
        String number = row.get("VISITNUM");
        String day = row.get("VISITDY");
        if (!SdtmText.isNumber(number) || (day != null && !wholeDay(day))) {
            return null;
        }
        String name = row.get("VISIT");
        String shown = name == null ? SdtmText.plain(String.valueOf(number)) : name;
        return new PlannedRow(SdtmText.slug(shown), shown, day == null ? null : offset(day));
    }

    ObjectNode json() {
        ObjectNode visit = FactJson.mapper().createObjectNode().put("code", code);
        visit.putObject("label").put("en", name);
        visit.put("anchor", "enrolment");
        if (at != null) {
            visit.put("at", Period.ofDays(at).toString());
        }
        visit.putArray("collect");
        return visit;
    }

    /** Whether the protocol plans it like that. */
    boolean sameAs(PlannedVisit visit) {
        Period planned = visit.at();
        return at == null ? planned == null : Period.ofDays(at).equals(planned);
    }

    private static int offset(String day) {
        int number = SdtmText.number(day).intValue();
        return number > 0 ? number - 1 : number;
    }

    private static boolean wholeDay(String day) {
        return SdtmText.isNumber(day)
                && SdtmText.number(day).stripTrailingZeros().scale() <= 0
                && SdtmText.number(day).signum() != 0;
    }
}
