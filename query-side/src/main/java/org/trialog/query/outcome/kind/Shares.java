package org.trialog.query.outcome.kind;

import java.util.List;
import org.trialog.events.protocol.EventFilter;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.OutcomeDefinition.Responder;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Proportion;

/** The share of whom something holds, of those in whom it is known; with all others as no and as yes beside it. */
final class Shares implements Answer {

    private final Question question;
    private final Cohort cohort;
    private final Judge judge;

    private Shares(Question question, Cohort cohort, Judge judge) {
        this.question = question;
        this.cohort = cohort;
        this.judge = judge;
    }

    /** Of an outcome of the kind proportion. */
    static Answer of(Question question, Cohort cohort) {
        OutcomeDefinition.Share share = question.definition().of();
        if (share == null) {
            throw new IllegalStateException("a proportion of nothing");
        }
        EventFilter event = share.event();
        String covariate = share.covariate();
        if (event != null) {
            return new Shares(question, cohort, new HadEvent(question));
        }
        return covariate == null
                ? responders(question, cohort)
                : new Shares(question, cohort, new HasCovariate(covariate, share.value()));
    }

    static Answer responders(Question question, Cohort cohort) {
        OutcomeDefinition.Share share = question.definition().of();
        Responder responder = share == null ? question.definition().responder() : share.responder();
        if (responder == null) {
            throw new IllegalStateException("responders without a rule");
        }
        return new Shares(question, cohort, new Responds(Scores.of(question, cohort), responder));
    }

    @Override
    public Part of(Stratum stratum) {
        List<Verdict> verdicts = stratum.members().stream().map(judge::of).toList();
        long yes = count(verdicts, Verdict.Says.YES);
        long undetermined = count(verdicts, Verdict.Says.UNDETERMINED);
        Proportion share = Proportion.of(yes, verdicts.size() - undetermined);
        return new Part(
                stratum.members().stream()
                        .flatMap(member -> member.exposures().stream())
                        .mapToLong(question::count)
                        .sum(),
                stratum.days(),
                share.estimate(),
                share.clopperPearson().lower(),
                share.clopperPearson().upper(),
                new Numbers.Determined(
                        share,
                        Proportion.of(yes, verdicts.size()),
                        Proportion.of(yes + undetermined, verdicts.size()),
                        stratum.members().stream()
                                .filter(member -> judge.of(member).says() == Verdict.Says.UNDETERMINED)
                                .map(member -> new Numbers.Missing(
                                        member.person().subject(),
                                        judge.of(member).why()))
                                .toList()),
                judge.warnings(stratum));
    }

    private static long count(List<Verdict> verdicts, Verdict.Says says) {
        return verdicts.stream().filter(verdict -> verdict.says() == says).count();
    }

    @Override
    public Estimate estimate(Stratum stratum) {
        return of(stratum).estimate();
    }

    @Override
    public boolean partialValues() {
        return judge.partialValues(cohort);
    }

    @Override
    public Behind.Subject behind(Member member) {
        return judge.behind(member);
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of();
    }

    @Override
    public String method() {
        return "share " + judge.rule() + "; Clopper-Pearson 95 % interval";
    }
}
