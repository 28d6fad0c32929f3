package org.trialog.query.outcome.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.statistics.ClusteredRateRatio;
import org.trialog.query.statistics.ClusteredRateRatio.Contribution;
import org.trialog.query.statistics.Coefficient;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Interval;
import org.trialog.query.statistics.RateFit;
import org.trialog.query.statistics.RateRatio;
import org.trialog.query.statistics.Ratio;

/** Ratios of the rate of one group to that of the reference. */
record RateContrasts(boolean showP) {

    Comparison exact(Stratum stratum, Stratum reference) {
        RateRatio ratio = RateRatio.exact(
                stratum.events(),
                EventRate.years(stratum.days()),
                reference.events(),
                EventRate.years(reference.days()));
        return new Comparison.Contrast(
                stratum.name(),
                reference.name(),
                ratio.ratio().interval().method(),
                ratio.ratio(),
                shown(ratio.pMinimumLikelihood()),
                shown(ratio.pTwiceSmallerTail()));
    }

    Comparison clustered(Stratum stratum, Stratum reference) {
        ClusteredRateRatio ratio = ClusteredRateRatio.of(contributions(stratum, reference));
        return new Comparison.Contrast(
                stratum.name(),
                reference.name(),
                ratio.ratio().interval().method(),
                ratio.ratio(),
                shown(ratio.p()),
                null);
    }

    Comparison modelled(Stratum stratum, Stratum reference, RateFit fit, String method) {
        return switch (fit) {
            case RateFit.NotFitted(String reason) -> {
                Estimate none = Estimate.none(reason);
                Ratio ratio = new Ratio(none, new Interval(none, none, method), none, none);
                yield new Comparison.Contrast(stratum.name(), reference.name(), method, ratio, shown(none), null);
            }
            case RateFit.Fitted fitted -> {
                Coefficient group = fitted.coefficients().getLast();
                String used = fitted.notes().isEmpty() ? method : String.join("; ", fitted.notes());
                yield new Comparison.Contrast(
                        stratum.name(), reference.name(), used, group.ratio(), shown(Estimate.of(group.p())), null);
            }
        };
    }

    /** A subject that is in both groups with split time contributes to both sides. */
    private static List<Contribution> contributions(Stratum stratum, Stratum reference) {
        SortedMap<String, Contribution> bySubject = new TreeMap<>();
        for (Member member : stratum.members()) {
            bySubject.put(
                    member.person().subject(), new Contribution(member.events(), EventRate.years(member.days()), 0, 0));
        }
        for (Member member : reference.members()) {
            bySubject.merge(
                    member.person().subject(),
                    new Contribution(0, 0, member.events(), EventRate.years(member.days())),
                    (one, other) -> new Contribution(one.x1(), one.t1(), other.x0(), other.t0()));
        }
        return new ArrayList<>(bySubject.values());
    }

    private @Nullable Estimate shown(Estimate p) {
        return showP ? p : null;
    }
}
