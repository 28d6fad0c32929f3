package org.trialog.query.outcome.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trialog.events.protocol.Arm;
import org.trialog.events.value.Token;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.outcome.person.Exposure;
import org.trialog.query.outcome.person.Life;
import org.trialog.query.outcome.person.Occurrence;

/** What a reader must know before believing a figure. */
record Warnings(Question question, Cohort cohort, Publication publication) {

    /** @param parts in the order of the groups */
    List<String> list(List<Answer.Part> parts) {
        List<String> warnings = new ArrayList<>();
        if (question.protocol().synthetic()) {
            warnings.add("synthetic data");
        }
        addDesign(warnings);
        addDates(warnings);
        addNotCounted(warnings);
        addPublication(warnings);
        for (int i = 0; i < parts.size(); i++) {
            String group = cohort.strata().get(i).name();
            parts.get(i).warnings().forEach(warning -> warnings.add(group + ": " + warning));
        }
        return warnings;
    }

    private void addDesign(List<String> warnings) {
        if (question.definition().baseline() != null) {
            warnings.add("before and after on the same subjects: no concurrent control");
        }
        if (question.byArm() && Chosen.byAnybody(cohort)) {
            warnings.add("arms were chosen, not randomised"
                    + (question.asksForTests() ? "" : ": p-values are not shown unless the outcome asks for a test"));
        }
        if (question.byArm()) {
            question.protocol().arms().stream()
                    .filter(Arm::retrospective)
                    .filter(arm -> cohort.stratum(arm.id().value())
                            .map(stratum -> !stratum.members().isEmpty())
                            .orElse(false))
                    .forEach(arm -> warnings.add(arm.id().value() + ": recorded in retrospect, not concurrently"));
        }
        if (cohort.inSeveral() > 0) {
            warnings.add(
                    question.splitByArms()
                            ? "subjects who crossed arms: " + cohort.inSeveral() + ", in both arms with split time"
                            : cohort.inSeveral() + " subjects count in several groups, with split time");
        }
        if (question.eachDose() && cohort.strata().size() > 1) {
            warnings.add("tests between groups take the time from each dose as independent");
        }
    }

    private void addDates(List<String> warnings) {
        int partial = 0;
        long placed = 0;
        for (Stratum stratum : cohort.strata()) {
            for (Member member : stratum.members()) {
                partial += member.life().partial();
                placed += counted(member).filter(Occurrence::partial).count();
            }
        }
        String rule = Token.of(question.partialDates());
        if (partial > 0) {
            warnings.add("events with a partial date: " + placed + " counted, of " + partial
                    + " at any time, placed by the rule " + rule);
        }
        if (cohort.partialAnchors() > 0) {
            warnings.add(
                    "subjects whose day 0 is partial: " + cohort.partialAnchors() + ", placed by the rule " + rule);
        }
    }

    /** In the windows of the outcome and of its baseline. */
    private static Stream<Occurrence> counted(Member member) {
        Stream<Exposure> exposures = member.exposures().stream();
        Member.Before before = member.before();
        return (before == null ? exposures : Stream.concat(exposures, Stream.of(before.baseline())))
                .flatMap(exposure -> exposure.events().stream());
    }

    private void addNotCounted(List<String> warnings) {
        long outside = notCounted(Life.OUTSIDE);
        if (outside > 0) {
            warnings.add("events outside confirmed follow-up: " + outside + ", listed and not counted");
        }
        long pending = notCounted(Life.PENDING);
        if (pending > 0) {
            warnings.add("fractures that are not confirmed yet: " + pending + ", listed and not counted");
        }
    }

    private long notCounted(String reason) {
        return cohort.strata().stream()
                .flatMap(stratum -> stratum.members().stream())
                .flatMap(member -> member.life().notCounted().stream()
                        .filter(not -> not.reason().equals(reason))
                        .map(not -> member.person().subject() + " " + not.record()))
                .distinct()
                .count();
    }

    private void addPublication(List<String> warnings) {
        switch (publication) {
            case AFTER_DATA -> warnings.add("the definition was published after the first data");
            case AFTER_LOCK -> warnings.add("the definition was published after a data lock");
            case UNPUBLISHED -> warnings.add("the definition is not published: hypothetical");
            case BEFORE_DATA, UNSTATED -> {}
        }
    }
}
