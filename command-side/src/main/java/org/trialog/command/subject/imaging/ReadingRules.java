package org.trialog.command.subject.imaging;

import static org.trialog.events.clinical.RecordKind.FRACTURE;
import static org.trialog.events.clinical.RecordKind.FRACTURE_CONFIRMATION;
import static org.trialog.events.clinical.RecordKind.FRACTURE_REFUTATION;
import static org.trialog.events.clinical.RecordKind.IMAGING;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureConfirmation;
import org.trialog.events.clinical.FractureRefutation;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Imaging;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.RecordId;

/** Rule 27: what confirms or refutes a fracture is an image, taken once the bone was broken, and readings agree. */
public final class ReadingRules {
    private ReadingRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(27, "confirmed-without-radiograph")
                        .heeding(FRACTURE_CONFIRMATION)
                        .on(Fracture.class, ReadingRules::confirmedBySight),
                Rule.number(27, "confirmed-without-radiograph")
                        .on(FractureConfirmation.class, (reading, matter) -> withoutRadiograph(reading.source())),
                Rule.number(27, "refuted-without-radiograph")
                        .on(FractureRefutation.class, (reading, matter) -> refutedBySight(reading)),
                Rule.number(27, "contradictory-readings")
                        .heeding(FRACTURE_CONFIRMATION, FRACTURE_REFUTATION)
                        .on(Fracture.class, ReadingRules::contradictory),
                Rule.number(0, "imaging-unknown")
                        .heedingAmendingOf(EnumSet.of(IMAGING))
                        .on(FractureConfirmation.class, (reading, matter) -> unknown(reading.imaging(), matter)),
                Rule.number(0, "imaging-unknown")
                        .heedingAmendingOf(EnumSet.of(IMAGING))
                        .on(FractureRefutation.class, (reading, matter) -> unknown(reading.imaging(), matter)),
                Rule.number(27, "reading-before-fracture")
                        .heedingAmendingOf(EnumSet.of(FRACTURE))
                        .on(FractureConfirmation.class, (reading, matter) -> early(reading.of(), matter)),
                Rule.number(27, "reading-before-fracture")
                        .heedingAmendingOf(EnumSet.of(FRACTURE))
                        .on(FractureRefutation.class, (reading, matter) -> early(reading.of(), matter)));
    }

    /** Judged on the fracture as it was recorded: what a reading made of it is judged with the reading. */
    private static List<Finding> confirmedBySight(Fracture fracture, Matter matter) {
        boolean asRecorded = matter.state()
                .record(matter.id())
                .map(Held::base)
                .filter(base -> base instanceof Fracture recorded && recorded.confirmation() == Confirmation.CONFIRMED)
                .isPresent();
        boolean imaged = matter.state().standing(FractureConfirmation.class).stream()
                .map(Held::details)
                .anyMatch(reading -> reading.of().equals(matter.id()) && reading.source() == FractureSource.RADIOGRAPH);
        return asRecorded && !imaged ? withoutRadiograph(fracture.source()) : List.of();
    }

    /** An import does not say what stood behind a confirmation. */
    private static List<Finding> withoutRadiograph(FractureSource source) {
        return source == FractureSource.RADIOGRAPH || source == FractureSource.IMPORT
                ? List.of()
                : List.of(Finding.doubt(
                                27,
                                "confirmed-without-radiograph",
                                "A fracture is confirmed by a radiograph: leave it pending until there is one.")
                        .at("source"));
    }

    private static List<Finding> refutedBySight(FractureRefutation reading) {
        return reading.source() == FractureSource.RADIOGRAPH || reading.source() == FractureSource.IMPORT
                ? List.of()
                : List.of(Finding.doubt(
                                27,
                                "refuted-without-radiograph",
                                "A fracture is refuted by a radiograph: without one, correct or retract the fracture.")
                        .at("source"));
    }

    private static List<Finding> contradictory(Fracture fracture, Matter matter) {
        boolean confirmed = matter.state().standing(FractureConfirmation.class).stream()
                .anyMatch(held -> held.details().of().equals(matter.id()));
        boolean refuted = matter.state().standing(FractureRefutation.class).stream()
                .anyMatch(held -> held.details().of().equals(matter.id()));
        return confirmed && refuted
                ? List.of(Finding.doubt(
                                27,
                                "contradictory-readings",
                                "One reading confirms the fracture and another refutes it: retract the one that does"
                                        + " not hold.")
                        .at("confirmation"))
                : List.of();
    }

    private static List<Finding> unknown(@Nullable RecordId imaging, Matter matter) {
        List<Finding> findings = new ArrayList<>();
        if (imaging != null
                && standing(imaging, matter, Imaging.class::isInstance).isEmpty()) {
            findings.add(Finding.wrong(
                            0,
                            "imaging-unknown",
                            "The subject has no image of that id: record the image first, or leave it out.")
                    .at("imaging")
                    .with("imaging", imaging));
        }
        return findings;
    }

    private static List<Finding> early(RecordId of, Matter matter) {
        Optional<DateRange> read = matter.range();
        return fracture(of, matter)
                .flatMap(fracture -> matter.range(fracture.date()))
                .filter(broken -> read.isPresent() && read.get().surelyBefore(broken))
                .map(broken -> List.of(Finding.wrong(
                                27,
                                "reading-before-fracture",
                                "The image was taken before the bone broke: correct one of the two dates.")
                        .at("date")
                        .with("fracture", of)))
                .orElse(List.of());
    }

    static Optional<Fracture> fracture(RecordId id, Matter matter) {
        return standing(id, matter, Fracture.class::isInstance).map(Fracture.class::cast);
    }

    private static Optional<ClinicalRecord> standing(RecordId id, Matter matter, Predicate<ClinicalRecord> kind) {
        return matter.state()
                .record(id)
                .filter(held -> !held.retracted())
                .<ClinicalRecord>map(Held::details)
                .filter(kind);
    }
}
