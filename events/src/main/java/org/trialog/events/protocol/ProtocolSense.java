package org.trialog.events.protocol;

import java.math.BigDecimal;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.EligibilityCriterion.Judge;
import org.trialog.events.value.ArmId;

/** What a protocol whose form is right may still get wrong: names that stand twice, windows that end before they start. */
final class ProtocolSense {

    /** What a visit can ask for beside measurements and instruments. */
    private static final Set<String> STATUSES = Set.of(
            "fracture-status",
            "adverse-events",
            "vital-status",
            "medications",
            "clinical-events",
            "imaging",
            "consent");

    private final Protocol protocol;
    private final Findings findings;

    private ProtocolSense(Protocol protocol, Findings findings) {
        this.protocol = protocol;
        this.findings = findings;
    }

    static void check(Protocol protocol, Findings findings) {
        ProtocolSense sense = new ProtocolSense(protocol, findings);
        findings.unique(protocol.arms(), arm -> arm.id().value(), "arms", "id");
        findings.unique(protocol.visits(), PlannedVisit::code, "visits", "code");
        findings.unique(protocol.instruments(), Instrument::id, "instruments", "id");
        findings.unique(protocol.measurements(), MeasurementDefinition::code, "measurements", "code");
        findings.unique(protocol.clinicalEvents(), kind -> kind, "clinicalEvents", "");
        findings.unique(protocol.eligibility(), EligibilityCriterion::id, "eligibility", "id");
        findings.unique(protocol.outcomes(), OutcomeDefinition::id, "outcomes", "id");
        each(protocol.arms(), "arms", sense::arm);
        each(protocol.visits(), "visits", sense::visit);
        each(protocol.instruments(), "instruments", sense::instrument);
        each(protocol.measurements(), "measurements", sense::measurement);
        each(protocol.eligibility(), "eligibility", sense::criterion);
        findings.wrongIf(
                Findings.days(protocol.fractures().healing()) < 0,
                "fractures.healing",
                "the healing time cannot be negative");
        OutcomeSense outcomes = new OutcomeSense(protocol, findings);
        each(protocol.outcomes(), "outcomes", outcomes::check);
    }

    private void arm(Arm arm, String path) {
        DosePlan doses = arm.doses();
        if (doses == null) {
            return;
        }
        String at = path + ".doses";
        findings.wrongIf(arm.control(), at, "a control arm has no doses (rule 8)");
        findings.wrongIf(
                doses.at().size() != doses.count(),
                at + ".at",
                "there are %d offsets for %d doses".formatted(doses.at().size(), doses.count()));
        List<Long> days = doses.at().stream().map(Findings::days).toList();
        findings.wrongIf(
                !days.equals(days.stream().distinct().sorted().toList()),
                at + ".at",
                "the offsets of the doses must rise");
        findings.wrongIf(
                doses.anchor() == Anchor.FIRST_DOSE && days.getFirst() != 0,
                at + ".at[0]",
                "the first dose is the anchor, so that its offset is P0D");
        findings.wrongIf(
                doses.anchor() == Anchor.LAST_DOSE || doses.anchor() == Anchor.EACH_DOSE,
                at + ".anchor",
                "a series of doses cannot count from its own later doses");
        findings.ordered(doses.window(), at + ".window");
        BigDecimal perKg = doses.perKg();
        findings.wrongIf(perKg != null && perKg.signum() == 0, at + ".perKg", "a dose is more than nothing");
        Period fresh = doses.weightNotOlderThan();
        findings.wrongIf(
                fresh != null && Findings.days(fresh) < 0,
                at + ".weightNotOlderThan",
                "the age of a weight cannot be negative");
        GestationWindow gestation = doses.gestation();
        findings.wrongIf(
                gestation != null
                        && gestation.to().mostDays() < gestation.from().fewestDays(),
                at + ".gestation.to",
                "the gestational ages end before they start");
    }

    private void visit(PlannedVisit visit, String path) {
        findings.ordered(visit.window(), path + ".window");
        findings.wrongIf(
                visit.window() != null && visit.at() == null,
                path + ".window",
                "a window needs a planned day: give the offset 'at'");
        Set<String> known = new HashSet<>(STATUSES);
        protocol.measurements().forEach(measured -> known.add(measured.code()));
        protocol.instruments().forEach(instrument -> known.add(instrument.id()));
        each(
                visit.arms(),
                path + ".arms",
                (arm, at) -> findings.wrongIf(
                        protocol.arm(arm).isEmpty(), at, "'%s' is no arm of this protocol".formatted(arm)));
        each(
                visit.collect(),
                path + ".collect",
                (asked, at) -> findings.doubtfulIf(
                        !known.contains(asked),
                        at,
                        "'%s' is neither a measurement nor an instrument of this protocol, nor one of %s"
                                .formatted(asked, STATUSES.stream().sorted().collect(Collectors.joining(", ")))));
    }

    private void instrument(Instrument instrument, String path) {
        range(instrument.minimum(), instrument.maximum(), path);
        findings.unique(instrument.items(), Instrument.Item::id, path + ".items", "id");
        each(instrument.items(), path + ".items", (item, at) -> range(item.minimum(), item.maximum(), at));
        Set<String> items = instrument.items().stream().map(Instrument.Item::id).collect(Collectors.toSet());
        each(
                instrument.items(),
                path + ".items",
                (item, at) -> findings.wrongIf(
                        item.alternativeTo() != null && !items.contains(item.alternativeTo()),
                        at + ".alternativeTo",
                        "the instrument has no such item"));
        each(
                instrument.subscales(),
                path + ".subscales",
                (subscale, at) -> findings.wrongIf(
                        !items.containsAll(subscale.items()), at + ".items", "the instrument has no such item"));
        Integer required = instrument.required();
        findings.wrongIf(
                required != null && required > instrument.items().size(),
                path + ".required",
                "more items are required than there are");
    }

    private void measurement(MeasurementDefinition measured, String path) {
        range(measured.minimum(), measured.maximum(), path);
        range(measured.leastPossible(), measured.mostPossible(), path);
        each(measured.ages(), path + ".ages", (age, at) -> range(age.minimum(), age.maximum(), at));
        List<Long> limits =
                measured.ages().stream().map(age -> Findings.days(age.below())).toList();
        findings.wrongIf(
                !limits.equals(limits.stream().distinct().sorted().toList()),
                path + ".ages",
                "the limits of the ages must rise");
    }

    private void criterion(EligibilityCriterion criterion, String path) {
        Judge judge = criterion.judge();
        boolean byAge = judge == Judge.AGE || judge == Judge.CORRECTED_AGE;
        findings.wrongIf(
                (judge == Judge.GESTATIONAL_AGE) != (criterion.gestation() != null),
                path + ".gestation",
                "a criterion judged by gestational age, and no other, has gestational ages");
        findings.wrongIf(byAge && criterion.below() == null, path, "a criterion judged by age needs its limit 'below'");
        findings.wrongIf(
                !byAge && criterion.below() != null, path + ".below", "only a criterion judged by age has a limit");
        each(
                criterion.arms(),
                path + ".arms",
                (ArmId arm, String at) -> findings.wrongIf(
                        protocol.arm(arm).isEmpty(), at, "'%s' is no arm of this protocol".formatted(arm)));
    }

    private void range(@Nullable BigDecimal minimum, @Nullable BigDecimal maximum, String path) {
        findings.wrongIf(
                minimum != null && maximum != null && maximum.compareTo(minimum) < 0,
                path + ".maximum",
                "the maximum lies below the minimum");
    }

    private static <T> void each(List<T> items, String path, BiConsumer<T, String> check) {
        for (int index = 0; index < items.size(); index++) {
            check.accept(items.get(index), path + "[" + index + "]");
        }
    }
}
