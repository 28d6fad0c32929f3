package org.trialog.command.subject.visit;

import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.MISSED_VISIT;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;
import static org.trialog.events.clinical.RecordKind.TREATMENT_STOP;
import static org.trialog.events.clinical.RecordKind.VISIT;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.DateRange;

/** A planned visit is one of the subject's arm. Rule 23: a visit is kept for retrieval after the treatment was stopped. */
public final class VisitOfArm {
    private VisitOfArm() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "visit-of-another-arm")
                        .heeding(ARM_CHOICE, RANDOMISATION)
                        .on(EnumSet.of(VISIT, MISSED_VISIT), VisitOfArm::ofAnotherArm),
                Rule.number(23, "retrieval-without-stop")
                        .heeding(TREATMENT_STOP)
                        .on(Visit.class, VisitOfArm::withoutStop));
    }

    private static List<Finding> ofAnotherArm(Matter matter) {
        @Nullable
        String code =
                switch (matter.details()) {
                    case Visit visit -> visit.code();
                    case MissedVisit missed -> missed.code();
                    default -> null;
                };
        List<ArmId> arms = code == null
                ? List.of()
                : matter.protocol().visit(code).map(PlannedVisit::arms).orElse(List.of());
        List<ArmId> followed = matter.possibleArms();
        return arms.isEmpty() || followed.isEmpty() || followed.stream().anyMatch(arms::contains)
                ? List.of()
                : List.of(Finding.doubt(
                                0, "visit-of-another-arm", "The protocol plans that visit for other arms than this.")
                        .at("code")
                        .with("visit", String.valueOf(code)));
    }

    private static List<Finding> withoutStop(Visit visit, Matter matter) {
        if (visit.type() != VisitType.RETRIEVAL) {
            return List.of();
        }
        Optional<DateRange> stopped = matter.last(TreatmentStop.class).flatMap(stop -> matter.range(stop.date()));
        Optional<DateRange> date = matter.range();
        boolean early = !matter.has(TreatmentStop.class)
                || (stopped.isPresent()
                        && date.isPresent()
                        && Certainty.before(date.get(), stopped.get()) == Certainty.SURELY);
        return early
                ? List.of(Finding.doubt(
                                23,
                                "retrieval-without-stop",
                                "A visit is one of retrieval once the treatment has been stopped: record the stop, or"
                                        + " call the visit scheduled.")
                        .at("type"))
                : List.of();
    }
}
