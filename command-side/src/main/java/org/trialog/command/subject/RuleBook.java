package org.trialog.command.subject;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trialog.command.subject.consent.Assent;
import org.trialog.command.subject.consent.ConsentRules;
import org.trialog.command.subject.consent.ConsentVersion;
import org.trialog.command.subject.ending.AfterCompletion;
import org.trialog.command.subject.ending.AfterDeath;
import org.trialog.command.subject.ending.AfterWithdrawal;
import org.trialog.command.subject.entry.ArmRules;
import org.trialog.command.subject.entry.AssessedEligibility;
import org.trialog.command.subject.entry.EligibilityRules;
import org.trialog.command.subject.entry.EntryRules;
import org.trialog.command.subject.entry.SiteRules;
import org.trialog.command.subject.family.MotherRules;
import org.trialog.command.subject.family.PregnancyOutcomeRules;
import org.trialog.command.subject.followup.FollowUpRules;
import org.trialog.command.subject.followup.LossRules;
import org.trialog.command.subject.fracture.FractureRules;
import org.trialog.command.subject.imaging.ImagingRules;
import org.trialog.command.subject.imaging.ReadingRules;
import org.trialog.command.subject.matching.MatchingRules;
import org.trialog.command.subject.medication.MedicationRules;
import org.trialog.command.subject.safety.FollowUpOfEventRules;
import org.trialog.command.subject.safety.SafetyReportRules;
import org.trialog.command.subject.safety.SafetyRules;
import org.trialog.command.subject.score.AssessmentRules;
import org.trialog.command.subject.score.ItemRules;
import org.trialog.command.subject.score.MeasurementRules;
import org.trialog.command.subject.score.PredictionRules;
import org.trialog.command.subject.time.DateRules;
import org.trialog.command.subject.time.GestationRules;
import org.trialog.command.subject.treatment.AuthorisationRules;
import org.trialog.command.subject.treatment.BatchAtDose;
import org.trialog.command.subject.treatment.BatchQuality;
import org.trialog.command.subject.treatment.CellOriginRules;
import org.trialog.command.subject.treatment.DoseAmount;
import org.trialog.command.subject.treatment.DoseObservation;
import org.trialog.command.subject.treatment.DoseOrder;
import org.trialog.command.subject.treatment.DosePermission;
import org.trialog.command.subject.treatment.DoseSeries;
import org.trialog.command.subject.treatment.FetalWeight;
import org.trialog.command.subject.treatment.HoldRules;
import org.trialog.command.subject.treatment.PrenatalDose;
import org.trialog.command.subject.treatment.StaggerRules;
import org.trialog.command.subject.visit.VisitOfArm;
import org.trialog.command.subject.visit.VisitRules;
import org.trialog.command.subject.visit.VisitWindow;
import org.trialog.events.clinical.RecordKind;

/** The rules in the order of their importance when several refuse the same act. */
public final class RuleBook {
    /** All rules there are. */
    public static final RuleBook STANDARD = new RuleBook(Stream.of(
                    List.of(LockedData.rule(), Supplementing.rule()),
                    EntryRules.rules(),
                    SiteRules.rules(),
                    ArmRules.rules(),
                    DateRules.rules(),
                    GestationRules.rules(),
                    ConsentRules.rules(),
                    Assent.rules(),
                    ConsentVersion.rules(),
                    EligibilityRules.rules(),
                    AssessedEligibility.rules(),
                    MotherRules.rules(),
                    PregnancyOutcomeRules.rules(),
                    MatchingRules.rules(),
                    DosePermission.rules(),
                    AuthorisationRules.rules(),
                    HoldRules.rules(),
                    StaggerRules.rules(),
                    PrenatalDose.rules(),
                    DoseSeries.rules(),
                    DoseOrder.rules(),
                    BatchAtDose.rules(),
                    BatchQuality.rules(),
                    CellOriginRules.rules(),
                    DoseAmount.rules(),
                    FetalWeight.rules(),
                    DoseObservation.rules(),
                    AfterDeath.rules(),
                    AfterWithdrawal.rules(),
                    AfterCompletion.rules(),
                    VisitRules.rules(),
                    VisitWindow.rules(),
                    VisitOfArm.rules(),
                    FollowUpRules.rules(),
                    LossRules.rules(),
                    FractureRules.rules(),
                    ReadingRules.rules(),
                    ImagingRules.rules(),
                    SafetyRules.rules(),
                    FollowUpOfEventRules.rules(),
                    SafetyReportRules.rules(),
                    MedicationRules.rules(),
                    AssessmentRules.rules(),
                    ItemRules.rules(),
                    MeasurementRules.rules(),
                    PredictionRules.rules(),
                    List.of(NumberRules.rule()))
            .flatMap(List::stream)
            .toList());

    private final List<Rule> rules;
    private final Map<RecordKind, List<Rule>> byKind = new EnumMap<>(RecordKind.class);

    public RuleBook(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        for (RecordKind kind : RecordKind.values()) {
            byKind.put(
                    kind,
                    rules.stream().filter(rule -> rule.kinds().contains(kind)).toList());
        }
    }

    public List<Rule> rules() {
        return rules;
    }

    /** Those that judge records of a kind. */
    public List<Rule> rules(RecordKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** The same without the rule that raises this code: what would it have changed? */
    public RuleBook without(String code) {
        return new RuleBook(rules.stream().filter(rule -> !rule.raises(code)).toList());
    }
}
