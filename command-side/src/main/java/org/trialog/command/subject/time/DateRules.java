package org.trialog.command.subject.time;

import static org.trialog.events.clinical.RecordKind.BIRTH;
import static org.trialog.events.clinical.RecordKind.COVARIATE;
import static org.trialog.events.clinical.RecordKind.DEVIATION;
import static org.trialog.events.clinical.RecordKind.MEDICAL_HISTORY;
import static org.trialog.events.clinical.RecordKind.MEDICATION;
import static org.trialog.events.clinical.RecordKind.PREGNANCY;
import static org.trialog.events.clinical.RecordKind.SCREENING;
import static org.trialog.events.clinical.RecordKind.SHARING;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;

/** Rule 17: a clinical date that cannot be. Rule 21 is the absence of one here: however late an entry, nothing is said. */
public final class DateRules {
    /** Longest pregnancy on record here, 45 weeks: nothing of a person is earlier. */
    private static final int LONGEST_GESTATION_DAYS = 315;

    private DateRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(17, "date-in-future").onAll(DateRules::inFuture),
                Rule.number(17, "ends-before-start").heeding(PREGNANCY, BIRTH).onAll(DateRules::endsBeforeStart),
                Rule.number(17, "before-conception")
                        .heeding(BIRTH)
                        .on(EnumSet.complementOf(EnumSet.of(BIRTH, SHARING, DEVIATION)), DateRules::beforeConception),
                Rule.number(17, "date-unknown")
                        .on(
                                EnumSet.complementOf(EnumSet.of(
                                        COVARIATE, MEDICAL_HISTORY, MEDICATION, SCREENING, SHARING, DEVIATION)),
                                DateRules::unknown),
                Rule.number(17, "partial-date", "partial-end-date").onAll(DateRules::partial),
                Rule.number(17, "date-not-placed").heeding(PREGNANCY, BIRTH).onAll(DateRules::notPlaced));
    }

    /** A partial date that reaches into the future is no doubt: it was recorded by now. */
    private static List<Finding> inFuture(Matter matter) {
        List<Finding> findings = new ArrayList<>();
        for (Dated dated : Dated.past(matter.details())) {
            Optional<DateRange> range = matter.range(dated.date());
            if (range.isPresent() && range.get().surelyAfter(DateRange.on(matter.today()))) {
                findings.add(Finding.wrong(
                                17,
                                "date-in-future",
                                "The date lies in the future: only what has happened can be recorded.")
                        .at(dated.field())
                        .with("today", matter.today()));
            }
        }
        return findings;
    }

    /** Judged on every reading only: two partial dates that overlap are in order on some reading, and that one is right. */
    private static List<Finding> endsBeforeStart(Matter matter) {
        @Nullable ClinicalDate end = Dated.end(matter.details());
        Optional<DateRange> start = matter.range();
        Optional<DateRange> ended = end == null ? Optional.empty() : matter.range(end);
        return start.isPresent() && ended.isPresent() && ended.get().surelyBefore(start.get())
                ? List.of(Finding.wrong(17, "ends-before-start", "It cannot end before it starts.")
                        .at("end")
                        .with("start", matter.details().date()))
                : List.of();
    }

    private static List<Finding> beforeConception(Matter matter) {
        Optional<DateRange> date = matter.range();
        Optional<DateRange> birth = matter.birth();
        return date.isPresent()
                        && birth.isPresent()
                        && date.get().surelyBefore(birth.get().earliest().minusDays(LONGEST_GESTATION_DAYS))
                ? List.of(Finding.wrong(
                                17,
                                "before-conception",
                                "The date lies before the subject can have been conceived: check it and the birth"
                                        + " date.")
                        .at("date"))
                : List.of();
    }

    private static List<Finding> unknown(Matter matter) {
        return matter.details().date().equals(ClinicalDate.UNKNOWN)
                ? List.of(
                        Finding.doubt(17, "date-unknown", "No date is known: outcomes leave it out until there is one.")
                                .at("date"))
                : List.of();
    }

    /** A person writes a partial date on purpose; an import brings it without having been asked. */
    private static List<Finding> partial(Matter matter) {
        if (!matter.imported()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        partial(matter.details().date(), "partial-date", "date").ifPresent(findings::add);
        @Nullable ClinicalDate end = Dated.end(matter.details());
        if (end != null) {
            partial(end, "partial-end-date", "end").ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> partial(ClinicalDate date, String code, String field) {
        return date.range().filter(range -> !range.exact()).map(range -> Finding.doubt(
                        17, code, "The date is known in part only.")
                .at(field)
                .with("earliest", range.earliest())
                .with("latest", range.latest()));
    }

    private static List<Finding> notPlaced(Matter matter) {
        return matter.details().date().gestationalAge().isPresent() && matter.expectedDate() == null
                ? Certainty.SURELY.raise(() -> Finding.doubt(
                                17,
                                "date-not-placed",
                                "A gestational age has no day before the pregnancy is dated: record the expected date.")
                        .at("date"))
                : List.of();
    }
}
