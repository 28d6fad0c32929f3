package org.trialog.command.subject;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.trialog.command.judgement.Finding;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.RecordKind;

/**
 * One rule of the domain as a pure function: a record and what surrounds it → findings. The rule does not know whether a
 * person, a deviation or an import is behind the record; {@link Judging} does.
 *
 * @param number in the domain's list of rules, 0 when it is not one of them
 * @param codes of the findings that it can have, the certain form of each
 * @param kinds of records that it judges
 * @param heeds kinds of records whose coming, change or going can alter its findings about others
 * @param heedsAmending kinds of which only the change or going can: a rule that looks back on what was made earlier
 */
public record Rule(
        int number,
        Set<String> codes,
        Set<RecordKind> kinds,
        Set<RecordKind> heeds,
        Set<RecordKind> heedsAmending,
        Function<Matter, List<Finding>> judge) {

    public static Named number(int number, String... codes) {
        return new Named(number, Set.of(codes), Set.of(), Set.of());
    }

    public List<Finding> judge(Matter matter) {
        List<Finding> findings = judge.apply(matter);
        for (Finding finding : findings) {
            if (!raises(finding.code())) {
                throw new IllegalStateException("rule " + number + " does not announce " + finding.code());
            }
        }
        return findings;
    }

    /** Whether a flag of that code is this rule's. */
    public boolean raises(String code) {
        return codes.contains(Finding.certainCode(code));
    }

    /** A rule in the making. */
    public record Named(int number, Set<String> codes, Set<RecordKind> heeds, Set<RecordKind> heedsAmending) {
        public Named heeding(RecordKind first, RecordKind... others) {
            return heeding(EnumSet.of(first, others));
        }

        /** What the choice of the arm can alter, a later change of it can, too. */
        public Named heeding(Set<RecordKind> kinds) {
            EnumSet<RecordKind> all = EnumSet.copyOf(kinds);
            if (all.contains(RecordKind.ARM_CHOICE)) {
                all.add(RecordKind.ARM_CHANGE);
            }
            return new Named(number, codes, all, heedsAmending);
        }

        public Named heedingAmendingOf(Set<RecordKind> kinds) {
            return new Named(number, codes, heeds, kinds);
        }

        public <D extends ClinicalRecord> Rule on(Class<D> type, BiFunction<D, Matter, List<Finding>> judge) {
            return new Rule(
                    number,
                    codes,
                    EnumSet.of(RecordIds.kind(type)),
                    heeds,
                    heedsAmending,
                    matter -> judge.apply(type.cast(matter.details()), matter));
        }

        public Rule on(Set<RecordKind> kinds, Function<Matter, List<Finding>> judge) {
            return new Rule(number, codes, kinds, heeds, heedsAmending, judge);
        }

        public Rule onAll(Function<Matter, List<Finding>> judge) {
            return on(EnumSet.copyOf(Arrays.asList(RecordKind.values())), judge);
        }
    }
}
