package org.trialog.deploy.demo.boostb4;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.deploy.demo.story.Story;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.CtcaeGrade;

/** Adverse events of the demonstration, by the days on which they began. */
final class Safety {

    private static final List<String> COMMON = List.of(
            "Nasopharyngitis",
            "Gastroenteritis",
            "Otitis media",
            "Pyrexia",
            "Constipation",
            "Upper respiratory infection");

    private Safety() {}

    /** A mild one that has passed within ten days. */
    static AdverseEvent mild(Story story, LocalDate day) {
        return new AdverseEvent(
                ClinicalDate.on(day),
                ClinicalDate.on(day.plusDays(3L + story.random().nextInt(8))),
                COMMON.get(story.random().nextInt(COMMON.size())),
                null,
                null,
                new CtcaeGrade(1 + story.random().nextInt(2)),
                false,
                Set.of(),
                Relatedness.NOT_RELATED,
                AdverseEventOutcome.RECOVERED,
                null,
                null);
    }

    /** A reaction on the day of a dose: one of special interest. */
    static AdverseEvent infusionReaction(Story story, LocalDate day) {
        return new AdverseEvent(
                ClinicalDate.on(day),
                ClinicalDate.on(day),
                "Infusion related reaction",
                story.words("flushed cheeks for an hour after the infusion"),
                "Injury, poisoning and procedural complications",
                new CtcaeGrade(1),
                false,
                Set.of(),
                Relatedness.RELATED,
                AdverseEventOutcome.RECOVERED,
                ClinicalDate.on(day),
                null);
    }

    static AdverseEvent serious(
            LocalDate day,
            @Nullable LocalDate end,
            String term,
            int grade,
            Relatedness relatedness,
            AdverseEventOutcome outcome,
            Set<SeriousnessCriterion> criteria) {
        return new AdverseEvent(
                ClinicalDate.on(day),
                end == null ? null : ClinicalDate.on(end),
                term,
                null,
                null,
                new CtcaeGrade(grade),
                true,
                criteria,
                relatedness,
                outcome,
                ClinicalDate.on(day.plusDays(1)),
                null);
    }
}
