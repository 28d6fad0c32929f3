package org.trialog.query.outcome.kind;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.PoissonRate;
import org.trialog.query.statistics.Proportion;

/**
 * Adverse events: how many subjects had any, how many there were and how many a person-year, and the same by term, grade,
 * seriousness and relatedness. One with its follow-ups is one, at its highest grade.
 */
final class AdverseEvents implements Answer {

    private final Question question;
    private final Cohort cohort;
    private final Map<Breakdown, List<Breakdown.Value>> values = new EnumMap<>(Breakdown.class);

    AdverseEvents(Question question, Cohort cohort) {
        this.question = question;
        this.cohort = cohort;
        List<Member> everybody = cohort.strata().stream()
                .flatMap(stratum -> stratum.members().stream())
                .toList();
        for (Breakdown breakdown : Breakdown.values()) {
            values.put(breakdown, Tally.of(breakdown, everybody).values(breakdown));
        }
    }

    @Override
    public Part of(Stratum stratum) {
        PoissonRate rate = rate(stratum);
        SortedMap<String, List<Numbers.Tallied>> tables = new TreeMap<>();
        values.forEach((breakdown, rows) -> tables.put(
                breakdown.token(), Tally.of(breakdown, stratum.members()).rows(rows, EventRate.years(stratum.days()))));
        long affected =
                stratum.members().stream().filter(member -> member.events() > 0).count();
        return new Part(
                stratum.events(),
                stratum.days(),
                rate.rate(),
                rate.interval().lower(),
                rate.interval().upper(),
                new Numbers.Harms(
                        Proportion.of(affected, stratum.members().size()),
                        question.breakdown().token(),
                        tables),
                List.of());
    }

    @Override
    public Estimate estimate(Stratum stratum) {
        return rate(stratum).rate();
    }

    @Override
    public List<Comparison> comparisons() {
        List<Comparison> comparisons = new ArrayList<>();
        RateContrasts contrasts = new RateContrasts(Chosen.showP(question, cohort));
        Stratum reference = cohort.strata().getFirst();
        for (Stratum stratum : cohort.strata().subList(1, cohort.strata().size())) {
            comparisons.add(contrasts.exact(stratum, reference));
            comparisons.add(contrasts.clustered(stratum, reference));
        }
        return List.copyOf(comparisons);
    }

    @Override
    public String method() {
        return "adverse events per person-year, exact Poisson 95 % interval; one with its follow-ups is one, at its"
                + " highest grade; subjects with any by Clopper-Pearson";
    }

    private static PoissonRate rate(Stratum stratum) {
        return PoissonRate.exact(stratum.events(), EventRate.years(stratum.days()));
    }
}
