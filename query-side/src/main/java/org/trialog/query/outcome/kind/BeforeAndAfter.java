package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.outcome.person.Exposure;
import org.trialog.query.statistics.ClusteredRateRatio;
import org.trialog.query.statistics.ClusteredRateRatio.Contribution;
import org.trialog.query.statistics.PoissonRate;
import org.trialog.query.statistics.Quantiles;
import org.trialog.query.statistics.RateRatio;
import org.trialog.query.statistics.WilcoxonSignedRank;

/** The window against the baseline on the same subjects. */
final class BeforeAndAfter {

    private BeforeAndAfter() {}

    static Numbers.BeforeAfter of(Stratum stratum, PoissonRate after) {
        List<Contribution> contributions = new ArrayList<>();
        List<Double> falls = new ArrayList<>();
        List<Exposure> baselines = new ArrayList<>();
        List<Exposure> betweens = new ArrayList<>();
        for (Member member : stratum.members()) {
            Member.Before before = member.before();
            if (before != null) {
                Exposure baseline = before.baseline();
                baselines.add(baseline);
                before.between().ifPresent(betweens::add);
                long x0 = baseline.events().size();
                double t0 = EventRate.years(baseline.days());
                double t1 = EventRate.years(member.days());
                contributions.add(new Contribution(member.events(), t1, x0, t0));
                if (member.days() > 0) {
                    falls.add(fall(x0, baseline.days(), member.events(), member.days()));
                }
            }
        }
        PoissonRate baseline = rate(baselines);
        ClusteredRateRatio clustered = ClusteredRateRatio.of(contributions);
        WilcoxonSignedRank ranks = WilcoxonSignedRank.of(falls);
        return new Numbers.BeforeAfter(
                baseline,
                betweens.isEmpty() ? null : rate(betweens),
                ages(stratum, BeforeAndAfter::baselineStart),
                ages(stratum, member -> member.exposures().getFirst().window().start()),
                clustered.ratio(),
                clustered.p(),
                RateRatio.exact(after.events(), after.personTime(), baseline.events(), baseline.personTime())
                        .ratio(),
                ranks.v(),
                ranks.p());
    }

    /** The fall of a rate per day, from whole numbers: equal falls must be equal, for they are ranked. */
    private static double fall(long x0, long days0, long x1, long days1) {
        return (double) (x0 * days1 - x1 * days0) / (double) (days0 * days1);
    }

    private static PoissonRate rate(List<Exposure> exposures) {
        return PoissonRate.exact(
                exposures.stream()
                        .mapToLong(exposure -> exposure.events().size())
                        .sum(),
                EventRate.years(exposures.stream().mapToLong(Exposure::days).sum()));
    }

    private static @Nullable LocalDate baselineStart(Member member) {
        Member.Before before = member.before();
        return before == null ? null : before.baseline().spans().getFirst().from();
    }

    private static Numbers.Ages ages(Stratum stratum, Function<Member, @Nullable LocalDate> starts) {
        List<Double> ages = new ArrayList<>();
        for (Member member : stratum.members()) {
            DateRange birth = member.person().birth();
            LocalDate start = starts.apply(member);
            if (birth != null && start != null) {
                ages.add(Exposure.day(birth.earliest(), start) / Group.YEAR);
            }
        }
        Quantiles quantiles = Quantiles.of(ages);
        return new Numbers.Ages(ages.size(), quantiles.at(0), quantiles.median(), quantiles.at(1));
    }
}
