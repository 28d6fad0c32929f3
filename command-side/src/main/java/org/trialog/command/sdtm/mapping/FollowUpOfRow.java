package org.trialog.command.sdtm.mapping;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.file.Row;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;

/**
 * Follow-up confirmed for all kinds from the reference start to the end that the option names, bounded by death. A partial
 * start counts from its latest reading, a partial end to its earliest: only what is certain is confirmed.
 */
final class FollowUpOfRow {

    private FollowUpOfRow() {}

    static void map(RowActs row, SubjectCase subject) {
        if (subject.rows().screenFailure()) {
            return;
        }
        Part part = row.part("follow-up");
        LocalDate from = latest(part.otherDate("RFSTDTC"));
        if (from == null) {
            return;
        }
        String end = end(row.row(), subject);
        part.borrow("through " + subject.through().token(), end);
        LocalDate through = SubjectRows.dated(end) ? earliest(SdtmText.date(String.valueOf(end))) : null;
        LocalDate died = died(part, subject);
        if (through != null && died != null && died.isBefore(through)) {
            through = died;
        }
        if (through == null || through.isBefore(from)) {
            part.flag("through", 0, "follow-up-end-missing");
            return;
        }
        part.make(new FollowUp(
                Set.of(FollowUpKind.ALL), from, through, FollowUpAnswer.THESE, FollowUpSource.IMPORT, null));
    }

    private static @Nullable String end(Row dm, SubjectCase subject) {
        return switch (subject.through()) {
            case RFENDTC -> dm.get("RFENDTC");
            case RFPENDTC -> dm.get("RFPENDTC");
            case DISPOSITION ->
                last(subject.rows().of(Domain.DS).stream()
                        .filter(FollowUpOfRow::disposition)
                        .map(row -> row.get("DSSTDTC")));
            case LAST_VISIT ->
                last(subject.rows().of(Domain.SV).stream()
                        .flatMap(row -> Stream.of(
                                Optional.ofNullable(row.get("SVSTDTC")).orElse(""),
                                Optional.ofNullable(row.get("SVENDTC")).orElse(""))));
        };
    }

    private static boolean disposition(Row row) {
        return switch (DispositionKind.of(row)) {
            case RANDOMISED, ENROLLED, OTHER, TREATMENT_ENDED -> false;
            case SCREEN_FAILURE, COMPLETED, DEATH, LOST, LEFT_BY_OWN_WISH, ENDED_BY_SPONSOR, DISCONTINUED -> true;
        };
    }

    private static @Nullable String last(Stream<@Nullable String> dates) {
        return dates.filter(SubjectRows::dated)
                .max(Comparator.comparing(
                        text -> Objects.requireNonNull(earliest(SdtmText.date(String.valueOf(text))))))
                .orElse(null);
    }

    /** The day of death from dm, else from ds; the latest reading of a partial one. */
    private static @Nullable LocalDate died(Part part, SubjectCase subject) {
        ClinicalDate inDm = part.otherDate("DTHDTC");
        if (inDm != null && inDm.range().isPresent()) {
            return latest(inDm);
        }
        String inDs = subject.rows()
                .milestone(DispositionKind.DEATH)
                .map(row -> row.get("DSSTDTC"))
                .orElse(null);
        part.borrow("death in ds", inDs);
        return inDs == null ? null : latest(SdtmText.date(inDs));
    }

    private static @Nullable LocalDate earliest(@Nullable ClinicalDate date) {
        return date == null ? null : date.range().map(DateRange::earliest).orElse(null);
    }

    private static @Nullable LocalDate latest(@Nullable ClinicalDate date) {
        return date == null ? null : date.range().map(DateRange::latest).orElse(null);
    }
}
