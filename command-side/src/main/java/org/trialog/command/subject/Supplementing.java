package org.trialog.command.subject;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trialog.command.judgement.Finding;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Supplement;

/** What says more of another record finds that record, and is of its kind. */
final class Supplementing {
    private static final Set<RecordKind> SUPPLEMENTS = Arrays.stream(RecordKind.values())
            .filter(kind -> kind.supplemented().isPresent())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(RecordKind.class)));

    private static final Set<RecordKind> SUPPLEMENTED = SUPPLEMENTS.stream()
            .flatMap(kind -> kind.supplemented().stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(RecordKind.class)));

    private Supplementing() {}

    /** Why it cannot be understood what is meant; empty when it can, and for every other record. */
    static Optional<Finding> refusal(SubjectState state, ClinicalRecord details) {
        return dangling(state, details)
                ? Optional.of(Finding.unintelligible(
                                0, "record-unknown", "The subject has no such record to say more of: see its records.")
                        .at("of"))
                : Optional.empty();
    }

    /** The record spoken of can be retracted later: what was said of it stays, and is flagged. */
    static Rule rule() {
        return Rule.number(0, "of-retracted-record").heeding(SUPPLEMENTED).on(SUPPLEMENTS, Supplementing::ofRetracted);
    }

    private static List<Finding> ofRetracted(Matter matter) {
        return dangling(matter.state(), matter.details())
                ? List.of(Finding.doubt(
                                0,
                                "of-retracted-record",
                                "The record that it says more of has been retracted: retract it, too.")
                        .at("of"))
                : List.of();
    }

    private static boolean dangling(SubjectState state, ClinicalRecord details) {
        return details instanceof Supplement supplement
                && state.record(supplement.of())
                        .filter(held -> !held.retracted())
                        .map(held -> RecordKind.of(held.base()))
                        .filter(RecordKind.of(details).supplemented().orElseThrow()::equals)
                        .isEmpty();
    }
}
