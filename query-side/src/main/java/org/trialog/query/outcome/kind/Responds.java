package org.trialog.query.outcome.kind;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialog.events.protocol.Instrument.Direction;
import org.trialog.events.protocol.OutcomeDefinition.Compares;
import org.trialog.events.protocol.OutcomeDefinition.Responder;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Behind.Counted;
import org.trialog.query.outcome.score.Reading;
import org.trialog.query.outcome.score.Scale;
import org.trialog.query.outcome.score.Slopes;
import org.trialog.query.statistics.Estimate;

/** Whether a score got better by at least the threshold; who died meanwhile did not respond. */
record Responds(Scores scores, Responder responder) implements Judge {

    /** A slope that equals the threshold in decimals reaches it in doubles, too. */
    private static final double ROUNDING = 1e-9;

    private static final String DIED = "died";

    @Override
    public Verdict of(Member member) {
        return responder.compares() == Compares.CHANGE ? change(member) : slope(member);
    }

    private Verdict slope(Member member) {
        Slopes slopes = scores.slopes(member);
        List<Counted> used = SlopeChange.used(slopes);
        LocalDate end = scores.end(Scores.dayZero(member));
        DateRange death = member.person().death();
        if (death != null && (end == null || death.earliest().isBefore(end))) {
            return Verdict.no(DIED, used);
        }
        return switch (slopes.change()) {
            case Estimate.NotEstimable _ -> Verdict.undetermined(slopes.lacking(), used);
            case Estimate.Known(double change) ->
                better(change) >= responder.threshold().doubleValue() - ROUNDING
                        ? Verdict.yes(used)
                        : Verdict.no("below the threshold", used);
        };
    }

    private Verdict change(Member member) {
        Optional<Reading> before = scores.baseline(member);
        Scores.AtVisit at = scores.visits(member).getFirst();
        List<Counted> used = new ArrayList<>();
        before.ifPresent(reading -> used.add(Scores.counted(reading, Scores.BASELINE)));
        at.reading().ifPresent(reading -> used.add(Scores.counted(reading, at.visit())));
        if (before.isPresent() && at.reading().isPresent()) {
            BigDecimal change = at.reading().get().value().subtract(before.get().value());
            BigDecimal better = higherBetter() ? change : change.negate();
            return better.compareTo(responder.threshold()) >= 0
                    ? Verdict.yes(used)
                    : Verdict.no("below the threshold", used);
        }
        DateRange death = member.person().death();
        LocalDate last = at.last();
        if (at.reading().isEmpty()
                && death != null
                && (last == null || !death.earliest().isAfter(last))) {
            return Verdict.no(DIED, used);
        }
        return Verdict.undetermined(before.isEmpty() ? "no value on or before day 0" : at.missing(), used);
    }

    private double better(double change) {
        return higherBetter() ? change : -change;
    }

    private boolean higherBetter() {
        return switch (scores.scale()) {
            case Scale.Scored scored -> scored.instrument().direction() == Direction.HIGHER_BETTER;
            case Scale.Measured _ -> responder.direction() == Direction.HIGHER_BETTER;
        };
    }

    @Override
    public Behind.Subject behind(Member member) {
        return scores.behind(member, of(member).counted());
    }

    @Override
    public String rule() {
        return responder.compares() == Compares.CHANGE
                ? "better by at least " + responder.threshold().toPlainString()
                        + " points than the last value on or before day 0, of those with both values or dead; who died"
                        + " before the visit did not respond"
                : "slope after day 0 better by at least "
                        + responder.threshold().toPlainString()
                        + " points per month than before, of those with two values on each side or dead; who died did"
                        + " not respond";
    }

    @Override
    public boolean partialValues(Cohort cohort) {
        return cohort.strata().stream().anyMatch(stratum -> scores.partial(stratum) > 0);
    }

    @Override
    public List<String> warnings(Stratum stratum) {
        return scores.warnings(stratum);
    }
}
