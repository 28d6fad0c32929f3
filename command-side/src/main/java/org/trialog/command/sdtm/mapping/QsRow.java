package org.trialog.command.sdtm.mapping;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.file.Row;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.value.ClinicalDate;

/** qs: one answer of an instrument, or its total when the test code names one. SDTM has a row for each. */
final class QsRow {

    /** The version that an assessment carries when no protocol describes its instrument. */
    static final String VERSION = "sdtm";

    private QsRow() {}

    static void map(RowActs row, SubjectCase subject) {
        Part part = row.main();
        ClinicalDate date = part.requiredDate("QSDTC");
        String test = part.text("QSTESTCD");
        if (test == null) {
            throw new NotUnderstood(0, "test-missing");
        }
        part.text("QSCAT");
        String category = category(row.row());
        BigDecimal result = result(part);
        SortedMap<String, BigDecimal> items = new TreeMap<>();
        if (!total(test)) {
            items.put(SdtmText.slug(test), result);
        }
        part.make(new Assessment(
                date,
                subject.words().instrument(category).map(Instrument::id).orElse(SdtmText.slug(category)),
                subject.words().instrument(category).map(Instrument::version).orElse(VERSION),
                Collections.unmodifiableSortedMap(items),
                total(test) ? result : null,
                null));
    }

    static boolean total(String test) {
        return SdtmText.upper(test).contains("TOT");
    }

    /** The instrument of a row. */
    static String category(Row row) {
        String category = row.get("QSCAT");
        return category == null ? "questionnaire" : category;
    }

    /** The result as a number, null when it is none. */
    static @Nullable String number(Row row) {
        for (String column : new String[] {"QSSTRESN", "QSSTRESC", "QSORRES"}) {
            String value = row.get(column);
            if (SdtmText.isNumber(value)) {
                return value;
            }
        }
        return null;
    }

    private static BigDecimal result(Part part) {
        for (String column : new String[] {"QSSTRESN", "QSSTRESC", "QSORRES"}) {
            if (SdtmText.isNumber(part.text(column))) {
                BigDecimal number = part.number(column);
                if (number != null) {
                    return number;
                }
            }
        }
        throw new NotUnderstood(
                0, part.first("QSSTRESC", "QSORRES") == null ? "result-missing" : "number-not-understood");
    }
}
