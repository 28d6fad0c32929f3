package org.trialog.command.subject;

import static org.trialog.command.subject.Records.on;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.TreeMap;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.clinical.ContactRegain;
import org.trialog.events.clinical.ControlMatch;
import org.trialog.events.clinical.CriterionAnswer;
import org.trialog.events.clinical.EligibilityAssessment;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.MotherLink;
import org.trialog.events.clinical.PregnancyEnd;
import org.trialog.events.clinical.PregnancyOutcome;
import org.trialog.events.clinical.Transfer;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;

/** Records of a subject's course through the study, in as few words as a test needs. */
public final class CourseRecords {
    private CourseRecords() {}

    /** @param answers criterion, answer, criterion, answer … */
    public static EligibilityAssessment assessed(int version, boolean eligible, Object... answers) {
        TreeMap<String, CriterionAnswer> criteria = new TreeMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            criteria.put((String) answers[i], (CriterionAnswer) answers[i + 1]);
        }
        return new EligibilityAssessment(on("2023-02-21"), version, criteria, eligible, null);
    }

    public static ArmChange change(String date, String arm) {
        return new ArmChange(on(date), new ArmId(arm), "rescue");
    }

    public static ControlMatch match(String indexDate, String indexSubject) {
        return new ControlMatch(
                on("2023-05-01"),
                "set-1",
                LocalDate.parse(indexDate),
                indexSubject == null ? null : new SubjectId(indexSubject));
    }

    public static Transfer transfer(String date, SiteId to) {
        return new Transfer(on(date), to);
    }

    public static MotherLink mother(String number) {
        return new MotherLink(on("2023-02-10"), new SubjectId(number));
    }

    public static PregnancyOutcome outcome(String date, PregnancyEnd end) {
        return new PregnancyOutcome(on(date), end);
    }

    public static ConsentWithdrawal withdrawn(String date, String consent, ConsentScope... parts) {
        return new ConsentWithdrawal(on(date), new RecordId(consent), EnumSet.copyOf(Arrays.asList(parts)));
    }

    public static LossToFollowUp lost(String date) {
        return new LossToFollowUp(on(date), 3);
    }

    public static ContactRegain regained(String date) {
        return new ContactRegain(on(date), FollowUpSource.TELEPHONE);
    }
}
