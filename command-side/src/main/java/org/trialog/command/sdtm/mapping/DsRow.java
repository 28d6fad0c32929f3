package org.trialog.command.sdtm.mapping;

import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.file.Row;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.value.ClinicalDate;

/**
 * ds: the first randomisation or enrolment makes the subject enrolled, a randomisation also allots the arm (which dm
 * names); a disposition ends the study or the treatment; anything else, and what dm has said already, is a clinical event.
 *
 * <p>Who left by own wish left the procedures: the coded term does not say that a consent was withdrawn.
 */
final class DsRow {

    private DsRow() {}

    static void map(RowActs row, SubjectCase subject) {
        Part part = row.main();
        ClinicalDate date = part.requiredDate("DSSTDTC");
        String term = part.text("DSDECOD");
        part.text("DSCAT");
        part.text("DSSCAT");
        String reason = SdtmText.slug(term == null ? "unspecified" : term);
        ClinicalRecord record =
                switch (DispositionKind.of(row.row())) {
                    case RANDOMISED, ENROLLED -> entry(part, row.row(), subject, date);
                    case SCREEN_FAILURE -> new ScreenFailure(date, reason);
                    case COMPLETED -> new Completion(date);
                    case DEATH -> subject.rows().dm().get("DTHDTC") == null ? new Death(date, null) : null;
                    case LOST -> new LossToFollowUp(date, null);
                    case LEFT_BY_OWN_WISH -> new Withdrawal(date, WithdrawalKind.PROCEDURES, reason);
                    case ENDED_BY_SPONSOR -> new Withdrawal(date, WithdrawalKind.SPONSOR, reason);
                    case DISCONTINUED -> new Withdrawal(date, WithdrawalKind.INVESTIGATOR, reason);
                    case TREATMENT_ENDED -> new TreatmentStop(date, reason);
                    case OTHER -> null;
                };
        part.make(record == null ? event(part, row.row(), date) : record);
        if (isFirst(subject, DispositionKind.RANDOMISED, row.row())) {
            allotment(row, subject, date);
        }
    }

    /** Whether a row can become a clinical event: it is no disposition, or dm or an earlier milestone has said it already. */
    static boolean mayBeEvent(Row row) {
        return switch (DispositionKind.of(row)) {
            case OTHER, DEATH, ENROLLED, RANDOMISED -> true;
            case SCREEN_FAILURE, COMPLETED, LOST, LEFT_BY_OWN_WISH, ENDED_BY_SPONSOR, DISCONTINUED, TREATMENT_ENDED ->
                false;
        };
    }

    /** What a row of ds is called when it becomes a clinical event. */
    static String eventKind(Row row) {
        String term = row.get("DSDECOD");
        return SdtmText.slug(term == null ? "disposition" : term);
    }

    private static @Nullable ClinicalRecord entry(Part part, Row row, SubjectCase subject, ClinicalDate date) {
        boolean first = subject.rows().entry().filter(row::equals).isPresent();
        part.borrow("entry", first ? "first" : null);
        return first ? new Enrolment(date) : null;
    }

    private static ClinicalEvent event(Part part, Row row, ClinicalDate date) {
        String words = part.text("DSTERM");
        boolean more = words != null && !words.equals(row.get("DSDECOD"));
        return new ClinicalEvent(date, null, eventKind(row), more ? part.sealed(words) : null);
    }

    private static void allotment(RowActs row, SubjectCase subject, ClinicalDate date) {
        Row dm = subject.rows().dm();
        String code = StudyWords.armCode(dm);
        if (code == null) {
            return;
        }
        Part part = row.part("arm");
        part.text("DSSTDTC");
        part.borrow("ARMCD", code);
        part.borrow("ARM", dm.get("ARM"));
        part.make(new Randomisation(
                date, DmRow.plannedArm(dm, code, subject.words()), DmRow.actualArm(part, dm, subject.words())));
    }

    private static boolean isFirst(SubjectCase subject, DispositionKind kind, Row row) {
        return subject.rows().milestone(kind).filter(row::equals).isPresent();
    }
}
