package org.trialog.command.subject.fracture;

import static org.trialog.events.clinical.RecordKind.BIRTH;
import static org.trialog.events.clinical.RecordKind.FRACTURE;

import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.value.Bone;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.Laterality;

/**
 * Rule 28: the same bone and side again within the healing time: refracture, or the same fracture twice? Rule 19: a
 * fracture at birth or in utero is never refused; one said to be of the birth and dated long after it is flagged.
 */
public final class FractureRules {
    /** Names that stand for several bones of a side: two of them within healing time are nothing special. */
    private static final Set<Bone> SEVERAL = EnumSet.of(
            Bone.CARPAL,
            Bone.METACARPAL,
            Bone.FINGER,
            Bone.RIB,
            Bone.CERVICAL_VERTEBRA,
            Bone.THORACIC_VERTEBRA,
            Bone.LUMBAR_VERTEBRA,
            Bone.VERTEBRA,
            Bone.TARSAL,
            Bone.METATARSAL,
            Bone.TOE,
            Bone.OTHER,
            Bone.UNSPECIFIED);

    private static final int BIRTH_INJURY_FOUND_DAYS = 28;

    private FractureRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(28, "refracture-or-duplicate")
                        .heedingAmendingOf(EnumSet.of(FRACTURE))
                        .on(Fracture.class, FractureRules::again),
                Rule.number(19, "birth-mechanism-after-birth")
                        .heeding(BIRTH)
                        .on(Fracture.class, FractureRules::longAfterBirth));
    }

    private static List<Finding> again(Fracture fracture, Matter matter) {
        Period healing = matter.protocol().fractures().healing();
        return matter.earlier(Fracture.class).stream()
                .filter(other -> suspicious(fracture, other.details()))
                .flatMap(other -> within(
                        healing, matter.range(), matter.range(other.details().date()))
                        .raise(() -> Finding.doubt(
                                        28,
                                        "refracture-or-duplicate",
                                        "The same bone and side is recorded as broken within the healing time: a"
                                                + " refracture, or the same fracture twice?")
                                .at("bone")
                                .with("other", other.id())
                                .with("otherDate", other.details().date()))
                        .stream())
                .limit(1)
                .toList();
    }

    private static boolean suspicious(Fracture one, Fracture other) {
        boolean oneIncidentOfSeveral = SEVERAL.contains(one.bone())
                && one.incident() != null
                && one.incident().equals(other.incident());
        return one.bone() == other.bone()
                && sameSide(one.side(), other.side())
                && one.confirmation() != Confirmation.REFUTED
                && other.confirmation() != Confirmation.REFUTED
                && !oneIncidentOfSeveral;
    }

    private static boolean sameSide(Laterality one, Laterality other) {
        return one == other || both(one) || both(other);
    }

    private static boolean both(Laterality side) {
        return side == Laterality.BILATERAL || side == Laterality.UNSPECIFIED;
    }

    private static Certainty within(Period healing, Optional<DateRange> date, Optional<DateRange> other) {
        if (date.isEmpty() || other.isEmpty()) {
            return Certainty.POSSIBLY;
        }
        boolean apart = healed(healing, date.get(), other.get()) || healed(healing, other.get(), date.get());
        boolean exact = date.get().exact() && other.get().exact();
        if (apart) {
            return Certainty.NO;
        }
        return exact ? Certainty.SURELY : Certainty.POSSIBLY;
    }

    /** Whether the first had healed before the second on every reading. */
    private static boolean healed(Period healing, DateRange first, DateRange second) {
        return !second.earliest().isBefore(first.latest().plus(healing));
    }

    private static List<Finding> longAfterBirth(Fracture fracture, Matter matter) {
        Optional<DateRange> birth = matter.birth();
        Optional<DateRange> date = matter.range();
        return fracture.perinatalByMechanism()
                        && birth.isPresent()
                        && date.isPresent()
                        && date.get().earliest().isAfter(birth.get().latest().plusDays(BIRTH_INJURY_FOUND_DAYS))
                ? List.of(Finding.doubt(
                                19,
                                "birth-mechanism-after-birth",
                                "The fracture is said to be of the birth and is dated weeks after it.")
                        .at("mechanism"))
                : List.of();
    }
}
