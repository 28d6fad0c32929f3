package org.trialog.command.subject.imaging;

import static org.trialog.events.clinical.RecordKind.FRACTURE;

import java.util.EnumSet;
import java.util.List;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Imaging;
import org.trialog.events.clinical.ImagingFinding;
import org.trialog.events.value.RecordId;

/** Rule 27: an image names the fractures that it shows, and shows those that it names. */
public final class ImagingRules {
    private ImagingRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "imaged-fracture-unknown")
                        .heedingAmendingOf(EnumSet.of(FRACTURE))
                        .on(Imaging.class, ImagingRules::unknown),
                Rule.number(27, "image-before-fracture")
                        .heedingAmendingOf(EnumSet.of(FRACTURE))
                        .on(Imaging.class, ImagingRules::early),
                Rule.number(27, "new-fracture-not-listed").on(Imaging.class, ImagingRules::notListed),
                Rule.number(27, "fractures-without-finding").on(Imaging.class, ImagingRules::withoutFinding));
    }

    private static List<Finding> unknown(Imaging imaging, Matter matter) {
        return imaging.fractures().stream()
                .filter(id -> ReadingRules.fracture(id, matter).isEmpty())
                .map(id -> Finding.wrong(
                                0,
                                "imaged-fracture-unknown",
                                "The subject has no fracture of that id: record the fracture before the image of it.")
                        .at("fractures")
                        .with("fracture", id))
                .toList();
    }

    private static List<Finding> early(Imaging imaging, Matter matter) {
        return imaging.fractures().stream()
                .filter(id -> shownBeforeItBroke(id, matter))
                .map(id -> Finding.wrong(
                                27,
                                "image-before-fracture",
                                "The image shows a fracture and was taken before the bone broke: correct one of the two"
                                        + " dates.")
                        .at("date")
                        .with("fracture", id))
                .toList();
    }

    private static boolean shownBeforeItBroke(RecordId id, Matter matter) {
        return ReadingRules.fracture(id, matter)
                .flatMap(fracture -> matter.range(fracture.date()))
                .filter(broken -> matter.range()
                        .filter(taken -> taken.surelyBefore(broken))
                        .isPresent())
                .isPresent();
    }

    private static List<Finding> notListed(Imaging imaging, Matter matter) {
        return imaging.finding() == ImagingFinding.NEW_FRACTURE
                        && imaging.fractures().isEmpty()
                ? List.of(Finding.doubt(
                                27,
                                "new-fracture-not-listed",
                                "The image shows a new fracture: record the fracture and name it here.")
                        .at("fractures"))
                : List.of();
    }

    private static List<Finding> withoutFinding(Imaging imaging, Matter matter) {
        return imaging.finding() == ImagingFinding.NO_FRACTURE
                        && !imaging.fractures().isEmpty()
                ? List.of(Finding.wrong(
                                27,
                                "fractures-without-finding",
                                "An image that shows no fracture names none: correct what it shows, or name none.")
                        .at("finding"))
                : List.of();
    }
}
