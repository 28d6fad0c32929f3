package org.trialog.query.safety;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.ReportKind;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.RecordId;
import org.trialog.query.record.Entry;
import org.trialog.query.record.SubjectRecord;

/**
 * A report of a case.
 *
 * @param date as recorded
 * @param cause the record up to which it tells the case, null for what had to be reported first
 * @param reference number of the case at the addressee
 * @param sentOn the day that counts: of a partial date the last one, so that no report is in time on a reading only, but
 *     none after the day on which it was recorded
 */
public record SentReport(
        RecordId id,
        ClinicalDate date,
        Addressee to,
        ReportKind kind,
        @Nullable RecordId cause,
        @Nullable String reference,
        LocalDate sentOn) {

    /** Those of an adverse event that were sent by that day, in the order in which they were recorded. */
    static List<SentReport> of(SubjectRecord record, RecordId adverseEvent, ZoneId zone, LocalDate asOf) {
        return record.of(SafetyReport.class).stream()
                .filter(entry -> entry.details().of().equals(adverseEvent))
                .map(entry -> of(entry, LocalDate.ofInstant(entry.recordedAt(), zone)))
                .filter(report -> !report.sentOn().isAfter(asOf))
                .toList();
    }

    private static SentReport of(Entry<SafetyReport> entry, LocalDate recorded) {
        SafetyReport report = entry.details();
        LocalDate sent = report.date()
                .range()
                .map(DateRange::latest)
                .filter(latest -> latest.isBefore(recorded))
                .orElse(recorded);
        return new SentReport(
                entry.id(), report.date(), report.to(), report.kind(), report.cause(), report.reference(), sent);
    }
}
