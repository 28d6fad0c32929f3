package org.trialog.command.subject.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.protocol.Instrument;

/** Rule 30: an assessment keeps to its instrument: version, range, completeness, and the total that the items give. */
public final class AssessmentRules {
    private AssessmentRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "instrument-unknown").on(Assessment.class, AssessmentRules::unknownInstrument),
                Rule.number(30, "instrument-version").on(Assessment.class, with(AssessmentRules::version)),
                Rule.number(
                                30,
                                "total-out-of-range",
                                "total-of-incomplete-items",
                                "total-not-of-items",
                                "total-not-whole")
                        .on(Assessment.class, with(AssessmentRules::total)),
                Rule.number(30, "assessment-empty").on(Assessment.class, AssessmentRules::empty));
    }

    static BiFunction<Assessment, Matter, List<Finding>> with(BiFunction<Assessment, Instrument, List<Finding>> judge) {
        return (assessment, matter) -> matter.protocol()
                .instrument(assessment.instrument())
                .map(instrument -> judge.apply(assessment, instrument))
                .orElse(List.of());
    }

    /** A protocol made from an import may declare no instruments at all: then whatever the source has is taken. */
    private static List<Finding> unknownInstrument(Assessment assessment, Matter matter) {
        boolean undeclared =
                matter.imported() && matter.protocol().instruments().isEmpty();
        return undeclared
                        || matter.protocol().instrument(assessment.instrument()).isPresent()
                ? List.of()
                : List.of(Finding.wrong(0, "instrument-unknown", "The protocol has no instrument of that name.")
                        .at("instrument")
                        .with("instrument", assessment.instrument()));
    }

    private static List<Finding> version(Assessment assessment, Instrument instrument) {
        return assessment.version().equals(instrument.version())
                ? List.of()
                : List.of(wrong("instrument-version", "The protocol uses another version of the instrument.")
                        .at("version")
                        .with("version", instrument.version()));
    }

    private static List<Finding> total(Assessment assessment, Instrument instrument) {
        @Nullable BigDecimal total = assessment.total();
        if (total == null) {
            return List.of();
        }
        if (outside(total, instrument.minimum(), instrument.maximum())) {
            return List.of(ofTotal("total-out-of-range", "The total lies outside the range of the instrument.", total));
        }
        Answers answers = new Answers(instrument, assessment.items());
        if (!instrument.decimals() && !answers.canBeExtrapolated() && !whole(total)) {
            return List.of(ofTotal("total-not-whole", "A total of this instrument is a whole number.", total));
        }
        if (answers.none()) {
            return List.of();
        }
        if (!answers.enough()) {
            return List.of(ofTotal("total-of-incomplete-items", "Too few items are answered for a total.", total));
        }
        return answers.give(total)
                ? List.of()
                : List.of(ofTotal("total-not-of-items", "The total is not what the items give.", total));
    }

    private static List<Finding> empty(Assessment assessment, Matter matter) {
        return assessment.items().isEmpty() && assessment.total() == null
                ? List.of(wrong("assessment-empty", "An assessment has items, a total, or both.")
                        .at("total"))
                : List.of();
    }

    static boolean outside(BigDecimal value, BigDecimal minimum, BigDecimal maximum) {
        return value.compareTo(minimum) < 0 || value.compareTo(maximum) > 0;
    }

    static boolean whole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static Finding ofTotal(String code, String sentence, BigDecimal total) {
        return wrong(code, sentence).at("total").with("total", total.toPlainString());
    }

    static Finding wrong(String code, String sentence) {
        return Finding.wrong(30, code, sentence);
    }
}
