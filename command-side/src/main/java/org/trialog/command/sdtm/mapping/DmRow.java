package org.trialog.command.sdtm.mapping;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.file.Row;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.Screening;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.ClinicalDate;

/**
 * dm: screening, consent, birth, covariates, enrolment and arm where ds has no milestone of them, screen failure, death,
 * confirmed follow-up. Each is a record of its own with its own digest: a changed birth date corrects the birth alone.
 */
final class DmRow {

    private DmRow() {}

    static void map(RowActs row, SubjectCase subject) {
        ClinicalDate screened = screening(row, subject);
        consent(row);
        AgeOfRow.birth(row);
        covariate(row, screened, "sex", "SEX");
        covariate(row, screened, "race", "RACE");
        covariate(row, screened, "ethnicity", "ETHNIC");
        enrolment(row, subject);
        screenFailure(row, subject, screened);
        death(row, subject);
        FollowUpOfRow.map(row, subject);
    }

    private static ClinicalDate screening(RowActs row, SubjectCase subject) {
        Part part = row.main();
        ClinicalDate date = part.otherDate("DMDTC");
        if (date == null) {
            date = part.otherDate("RFICDTC");
        }
        if (date == null) {
            date = subject.rows().firstSeen();
            part.borrow("first seen", date == null ? null : date.text());
        }
        if (date == null) {
            date = part.otherDate("RFSTDTC");
        }
        if (part.text("SITEID") == null) {
            part.flag("SITEID", 0, "site-missing");
        }
        ClinicalDate screened = date == null ? ClinicalDate.UNKNOWN : date;
        part.make(new Screening(screened, subject.rows().site()));
        return screened;
    }

    private static void consent(RowActs row) {
        Part part = row.part("consent");
        ClinicalDate date = part.otherDate("RFICDTC");
        if (date != null) {
            part.make(new Consent(date, AgeOfRow.minor(part) ? ConsentGiver.GUARDIAN : ConsentGiver.SUBJECT, null));
        }
    }

    private static void covariate(RowActs row, ClinicalDate screened, String code, String column) {
        Part part = row.part(code);
        String value = part.text(column);
        if (value != null) {
            part.borrow("screened", screened.text());
            part.make(new Covariate(screened, code, value));
        }
    }

    /** Only where ds names neither randomisation nor enrolment: then the reference start stands for it, the arm is chosen. */
    private static void enrolment(RowActs row, SubjectCase subject) {
        if (subject.rows().entry().isPresent() || subject.rows().screenFailure()) {
            armWithoutChance(row, subject);
            return;
        }
        Part part = row.part("enrolment");
        ClinicalDate start = part.otherDate("RFSTDTC");
        if (start != null) {
            part.make(new Enrolment(start));
        }
        armWithoutChance(row, subject);
    }

    private static void armWithoutChance(RowActs row, SubjectCase subject) {
        String code = StudyWords.armCode(row.row());
        if (code == null || subject.rows().milestone(DispositionKind.RANDOMISED).isPresent()) {
            return;
        }
        Part part = row.part("arm");
        Optional<Row> entry = subject.rows().entry();
        String from = entry.map(found -> found.get("DSSTDTC")).orElse(row.row().get("RFSTDTC"));
        part.borrow("from", from);
        part.text("ARMCD");
        part.text("ARM");
        ArmId actual = actualArm(part, row.row(), subject.words());
        ClinicalDate date = from != null && SubjectRows.dated(from) ? SdtmText.date(from) : ClinicalDate.UNKNOWN;
        part.make(new ArmChoice(date, plannedArm(row.row(), code, subject.words()), actual));
    }

    static ArmId plannedArm(Row dm, String code, StudyWords words) {
        return words.arm(code, dm.get("ARM")).orElseGet(() -> words.arm(code));
    }

    /** The arm actually followed, where the row says that it differed and the protocol knows it. */
    static @Nullable ArmId actualArm(Part part, Row dm, StudyWords words) {
        String planned = dm.get("ARMCD");
        String actual = dm.get("ACTARMCD");
        part.borrow("ACTARMCD", actual);
        if (actual == null || actual.equals(planned)) {
            return null;
        }
        Optional<ArmId> known = words.arm(actual, dm.get("ACTARM"));
        if (known.isEmpty()) {
            part.flag("ACTARMCD", 0, "actual-arm-not-planned");
        }
        return known.orElse(null);
    }

    private static void screenFailure(RowActs row, SubjectCase subject, ClinicalDate screened) {
        if (StudyWords.screenFailure(row.row())
                && subject.rows().milestone(DispositionKind.SCREEN_FAILURE).isEmpty()) {
            Part part = row.part("screen-failure");
            part.borrow("screened", screened.text());
            part.make(new ScreenFailure(screened, "screen-failure"));
        }
    }

    private static void death(RowActs row, SubjectCase subject) {
        Part part = row.part("death");
        ClinicalDate date = part.otherDate("DTHDTC");
        boolean told = subject.rows().milestone(DispositionKind.DEATH).isPresent();
        if (date == null && part.yes("DTHFL") && !told) {
            date = ClinicalDate.UNKNOWN;
        }
        if (date != null) {
            part.make(new Death(date, null));
        }
    }
}
