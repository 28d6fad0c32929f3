package org.trialog.command.subject.matching;

import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.ControlMatch;
import org.trialog.events.protocol.Arm;
import org.trialog.events.value.SubjectId;

/** A control is matched to a treated subject of the study; its index date is that one's. */
public final class MatchingRules {
    private MatchingRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "matched-not-a-control")
                        .heeding(ARM_CHOICE, RANDOMISATION)
                        .on(ControlMatch.class, (match, matter) -> notAControl(matter)),
                Rule.number(0, "index-subject-unknown").on(ControlMatch.class, MatchingRules::unknownIndex));
    }

    private static List<Finding> notAControl(Matter matter) {
        return matter.arm().map(Arm::control).orElse(false)
                ? List.of()
                : List.of(Finding.wrong(
                        0, "matched-not-a-control", "Only a control is matched: the subject is in no control arm."));
    }

    private static List<Finding> unknownIndex(ControlMatch match, Matter matter) {
        @Nullable SubjectId index = match.indexSubject();
        return index == null
                        || (matter.surroundings().subjects().contains(index)
                                && !index.equals(matter.state().subject()))
                ? List.of()
                : List.of(Finding.wrong(
                                0,
                                "index-subject-unknown",
                                "The study has no other subject of that number to be matched to.")
                        .at("indexSubject")
                        .with("subject", index));
    }
}
