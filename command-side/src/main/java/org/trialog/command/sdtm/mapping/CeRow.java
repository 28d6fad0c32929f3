package org.trialog.command.sdtm.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.file.Row;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.Token;

/** ce: a fracture when its term says so, its bone and side as coded, unspecified if empty; else a clinical event. */
final class CeRow {

    private static final Map<String, Bone> FURTHER_WORDS = Map.of(
            "FINGERS", Bone.FINGER,
            "TOES", Bone.TOE,
            "RIBS", Bone.RIB,
            "CRANIUM", Bone.SKULL,
            "PHALANX OF THE HAND", Bone.FINGER,
            "PHALANX OF THE FOOT", Bone.TOE,
            "VERTEBRA, CERVICAL", Bone.CERVICAL_VERTEBRA,
            "VERTEBRA, THORACIC", Bone.THORACIC_VERTEBRA,
            "VERTEBRA, LUMBAR", Bone.LUMBAR_VERTEBRA);

    private CeRow() {}

    static void map(RowActs row, SubjectCase subject) {
        Part part = row.main();
        ClinicalDate date = part.dateOrUnknown("CESTDTC");
        String term = part.text("CEDECOD");
        String words = part.text("CETERM");
        if (fracture(row.row())) {
            part.make(new Fracture(
                    date,
                    bone(part),
                    side(part),
                    Mechanism.UNKNOWN,
                    FractureSource.IMPORT,
                    Confirmation.PENDING,
                    null,
                    null,
                    term == null ? null : part.sealed(words)));
        } else {
            part.make(new ClinicalEvent(
                    date, part.otherDate("CEENDTC"), eventKind(row.row()), term == null ? null : part.sealed(words)));
        }
    }

    /** Whether its term is FRACTURE, or one that ends with the word ({@code RIB FRACTURE}). */
    static boolean fracture(Row row) {
        String term = SdtmText.upper(term(row));
        return term.equals("FRACTURE") || term.endsWith(" FRACTURE");
    }

    static String eventKind(Row row) {
        return SdtmText.slug(term(row));
    }

    private static String term(Row row) {
        String coded = row.get("CEDECOD");
        String term = coded == null ? row.get("CETERM") : coded;
        if (term == null) {
            throw new NotUnderstood(0, "term-missing");
        }
        return term;
    }

    private static Bone bone(Part part) {
        String place = part.text("CELOC");
        if (place == null) {
            return Bone.UNSPECIFIED;
        }
        Bone known = FURTHER_WORDS.get(SdtmText.upper(place));
        if (known == null) {
            known = constant(place, Bone.values());
        }
        if (known == null) {
            part.flag("CELOC", 0, "code-not-understood");
        }
        return known == null ? Bone.OTHER : known;
    }

    private static Laterality side(Part part) {
        String side = part.text("CELAT");
        Laterality known = side == null ? Laterality.UNSPECIFIED : constant(side, Laterality.values());
        if (known == null) {
            part.flag("CELAT", 0, "code-not-understood");
        }
        return known == null ? Laterality.UNSPECIFIED : known;
    }

    private static <E extends Enum<E>> @Nullable E constant(String words, E[] values) {
        for (E value : values) {
            if (Token.of(value).equals(SdtmText.slug(words))) {
                return value;
            }
        }
        return null;
    }
}
