package org.trialog.command.sdtm.mapping;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.CtcaeGrade;

/**
 * ae: an adverse event as reported. Nothing is mended: a fatal one marked not serious comes out not serious, with its
 * criterion, and the rules flag it. The reporter's words are sealed; without a dictionary term the term is {@code UNCODED}.
 */
final class AeRow {

    private static final Map<String, Integer> GRADES =
            Map.of("MILD", 1, "MODERATE", 2, "SEVERE", 3, "LIFE THREATENING", 4, "FATAL", 5);

    private static final Map<String, Relatedness> RELATED = Map.ofEntries(
            Map.entry("NONE", Relatedness.NOT_RELATED),
            Map.entry("N", Relatedness.NOT_RELATED),
            Map.entry("NOT RELATED", Relatedness.NOT_RELATED),
            Map.entry("UNRELATED", Relatedness.NOT_RELATED),
            Map.entry("REMOTE", Relatedness.UNLIKELY),
            Map.entry("UNLIKELY", Relatedness.UNLIKELY),
            Map.entry("UNLIKELY RELATED", Relatedness.UNLIKELY),
            Map.entry("POSSIBLE", Relatedness.POSSIBLE),
            Map.entry("POSSIBLY RELATED", Relatedness.POSSIBLE),
            Map.entry("PROBABLE", Relatedness.PROBABLE),
            Map.entry("PROBABLY RELATED", Relatedness.PROBABLE),
            Map.entry("Y", Relatedness.RELATED),
            Map.entry("RELATED", Relatedness.RELATED),
            Map.entry("DEFINITE", Relatedness.RELATED),
            Map.entry("UNKNOWN", Relatedness.UNKNOWN));

    private static final Map<String, AdverseEventOutcome> OUTCOMES = Map.of(
            "RECOVERED/RESOLVED", AdverseEventOutcome.RECOVERED,
            "RECOVERED/RESOLVED WITH SEQUELAE", AdverseEventOutcome.RECOVERED_WITH_SEQUELAE,
            "RECOVERING/RESOLVING", AdverseEventOutcome.RECOVERING,
            "NOT RECOVERED/NOT RESOLVED", AdverseEventOutcome.NOT_RECOVERED,
            "FATAL", AdverseEventOutcome.FATAL,
            "UNKNOWN", AdverseEventOutcome.UNKNOWN);

    /** Sorted, so that the digest does not depend on chance. */
    private static final SortedMap<String, SeriousnessCriterion> CRITERIA = new TreeMap<>(Map.of(
            "AESDTH", SeriousnessCriterion.DEATH,
            "AESLIFE", SeriousnessCriterion.LIFE_THREATENING,
            "AESHOSP", SeriousnessCriterion.HOSPITALISATION,
            "AESDISAB", SeriousnessCriterion.DISABILITY,
            "AESCONG", SeriousnessCriterion.CONGENITAL_ANOMALY,
            "AESMIE", SeriousnessCriterion.IMPORTANT_MEDICAL_EVENT,
            "AESCAN", SeriousnessCriterion.IMPORTANT_MEDICAL_EVENT,
            "AESOD", SeriousnessCriterion.IMPORTANT_MEDICAL_EVENT));

    private AeRow() {}

    static void map(RowActs row, SubjectCase subject) {
        Part part = row.main();
        ClinicalDate onset = part.dateOrUnknown("AESTDTC");
        String words = part.text("AETERM");
        String term = part.text("AEDECOD");
        if (term == null) {
            part.flag("AEDECOD", 0, "term-not-coded");
        }
        Set<SeriousnessCriterion> criteria = criteria(part);
        part.make(new AdverseEvent(
                onset,
                part.otherDate("AEENDTC"),
                term == null ? "UNCODED" : term,
                part.sealed(words),
                part.first("AEBODSYS", "AESOC"),
                grade(part),
                serious(part, criteria),
                criteria,
                coded(part, "AEREL", RELATED),
                coded(part, "AEOUT", OUTCOMES),
                part.otherDate("AEDTC"),
                null));
    }

    private static Set<SeriousnessCriterion> criteria(Part part) {
        Set<SeriousnessCriterion> criteria = EnumSet.noneOf(SeriousnessCriterion.class);
        CRITERIA.forEach((column, criterion) -> {
            if (part.yes(column)) {
                criteria.add(criterion);
            }
        });
        return criteria;
    }

    private static boolean serious(Part part, Set<SeriousnessCriterion> criteria) {
        String serious = part.text("AESER");
        if (serious == null) {
            part.flag("AESER", 0, "seriousness-not-stated");
            return !criteria.isEmpty();
        }
        return serious.equalsIgnoreCase("Y");
    }

    /** AETOXGR is a grade; without it AESEV stands for 1 to 3. */
    private static @Nullable CtcaeGrade grade(Part part) {
        String toxicity = part.text("AETOXGR");
        if (toxicity == null) {
            Integer grade = coded(part, "AESEV", GRADES);
            return grade == null ? null : new CtcaeGrade(grade);
        }
        String plain = SdtmText.isNumber(toxicity) ? SdtmText.plain(toxicity) : toxicity;
        if (!plain.matches("[1-5]")) {
            part.flag("AETOXGR", 0, "code-not-understood");
            return null;
        }
        return new CtcaeGrade(Integer.parseInt(plain));
    }

    private static <T> @Nullable T coded(Part part, String column, Map<String, T> codes) {
        String code = part.text(column);
        if (code == null) {
            return null;
        }
        T meaning = codes.get(SdtmText.upper(code));
        if (meaning == null) {
            part.flag(column, 0, "code-not-understood");
        }
        return meaning;
    }
}
