package org.trialog.query.outcome.figure;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.StudyId;
import org.trialog.query.statistics.Counts;
import org.trialog.query.statistics.CumulativeAt;
import org.trialog.query.statistics.CumulativeRow;
import org.trialog.query.statistics.EffectSize;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Incidence;
import org.trialog.query.statistics.Interval;
import org.trialog.query.statistics.Means;
import org.trialog.query.statistics.MedianTime;
import org.trialog.query.statistics.ObservedExpected;
import org.trialog.query.statistics.PoissonRate;
import org.trialog.query.statistics.Proportion;
import org.trialog.query.statistics.RandomEffects;
import org.trialog.query.statistics.Ratio;
import org.trialog.query.statistics.RestrictedMean;
import org.trialog.query.statistics.SampleMean;
import org.trialog.query.statistics.SurvivalAt;
import org.trialog.query.statistics.SurvivalRow;

/** The numbers of a group that only its kind of outcome has. */
public sealed interface Numbers {

    /**
     * Of the share without an event in a window.
     *
     * @param subjectsWithEvent within the window
     * @param atRiskAtEnd without an event, confirmed to the end of the window minus the visit tolerance
     * @param toleranceDays that tolerance
     * @param survival days from the start of the window
     * @param incidence of the event by the end with death as a competing one; null when nobody died in the window
     * @param deaths before any event, within the window
     */
    record EventFreeShare(
            int subjectsWithEvent,
            int fullyObserved,
            int partlyObserved,
            int atRiskAtEnd,
            int toleranceDays,
            Shares shares,
            List<SurvivalRow> survival,
            @Nullable Incidence incidence,
            int deaths)
            implements Numbers {}

    /** A subject without a value, or of whom it is not known, and why. */
    record Missing(String subject, String reason) {}

    /**
     * Of the change of a score.
     *
     * @param baseline of all members
     * @param visits in the protocol's order
     */
    record ScoreChanges(SampleMean baseline, List<ScoreAt> visits) implements Numbers {}

    /**
     * At one visit, of those with a value.
     *
     * @param change from baseline
     */
    record ScoreAt(String visit, SampleMean value, SampleMean change, List<Missing> missing) {}

    /** Of the slopes of a score before and after day 0, points a month. */
    record ScoreSlopes(SampleMean before, SampleMean after, SampleMean change, List<SubjectSlopes> perSubject)
            implements Numbers {}

    /** One subject's slopes and the values that they rest on. */
    record SubjectSlopes(String subject, Estimate before, Estimate after, int valuesBefore, int valuesAfter) {}

    /**
     * A share of those in whom it is known.
     *
     * @param asNo with everybody else as no
     * @param asYes with everybody else as yes
     */
    record Determined(Proportion share, Proportion asNo, Proportion asYes, List<Missing> undetermined)
            implements Numbers {}

    /**
     * Of observed times against predicted ones; means in months of 30.4375 days.
     *
     * @param alive without the end when last seen
     * @param beyondAsNo share beyond the prediction, the undetermined as no
     * @param beyondAsYes the same, the undetermined as yes
     * @param ratio null without an expected law or curve
     * @param survival the same times by Kaplan-Meier
     */
    record Forecast(
            SampleMean observed,
            SampleMean predicted,
            SampleMean difference,
            long alive,
            Proportion beyondAsNo,
            Proportion beyondAsYes,
            @Nullable ObservedExpected ratio,
            FirstEvent survival,
            List<Outlook> perSubject)
            implements Numbers {}

    /**
     * One subject's time from the origin.
     *
     * @param observedDays to the end, or to when it was last known to be without it
     */
    record Outlook(String subject, long observedDays, double predictedDays, boolean ended) {

        /** Whether it lived longer than predicted. */
        public enum Beyond {
            YES,
            NO,
            UNDETERMINED
        }

        public Beyond beyond() {
            if (observedDays > predictedDays) {
                return Beyond.YES;
            }
            return ended ? Beyond.NO : Beyond.UNDETERMINED;
        }
    }

    /** The three estimators side by side. */
    record Shares(Share kaplanMeier, Share completeCase, Share naive) {}

    /**
     * One estimator.
     *
     * @param standardError of Kaplan-Meier only
     * @param numerator of the counting ones
     */
    record Share(
            Estimate estimate,
            Interval interval,
            @Nullable Estimate standardError,
            @Nullable Long numerator,
            @Nullable Long denominator) {}

    /** Of the time without an event. */
    record EventFreeYears(
            long freeYears,
            long observedYears,
            Estimate medianCurrentStreak,
            Estimate medianLongestStreak,
            List<Streaks> perSubject)
            implements Numbers {}

    /**
     * One subject's time without an event.
     *
     * @param freeYears complete years from the start, fully observed and without an event
     * @param observedYears complete years from the start, fully observed
     * @param currentStreakDays up to the end of confirmed follow-up
     * @param followedDays from the start to the end of confirmed follow-up
     */
    record Streaks(
            String subject,
            long events,
            int freeYears,
            int observedYears,
            long currentStreakDays,
            long longestStreakDays,
            long followedDays) {}

    /**
     * Of an event rate.
     *
     * @param dispersion Pearson's χ²/(n − 1) of the subjects' counts
     * @param theta of a negative binomial, null otherwise
     * @param exact beside another model's interval
     * @param before null without a baseline
     */
    record Rates(
            Estimate dispersion,
            @Nullable Estimate theta,
            PoissonRate exact,
            SortedMap<Long, Integer> subjectsByEvents,
            @Nullable BeforeAfter before)
            implements Numbers {}

    /**
     * The same subjects before.
     *
     * @param between the time between the two windows, such as that of dosing: its own stratum
     * @param ratio after to before, clustered by subject
     * @param p of that ratio, normal
     * @param exactRatio the same as if all events were independent
     */
    record BeforeAfter(
            PoissonRate baseline,
            @Nullable PoissonRate between,
            Ages ageAtBaseline,
            Ages ageAtWindow,
            Ratio ratio,
            Estimate p,
            Ratio exactRatio,
            Estimate signedRank,
            Estimate signedRankP) {}

    /** Years of age at the start of a window, over the subjects whose birth is known. */
    record Ages(int known, Estimate minimum, Estimate median, Estimate maximum) {}

    /**
     * Of adverse events.
     *
     * @param subjectsWithEvent of all of the group
     * @param breakdown the table that is shown first
     * @param tables by breakdown
     */
    record Harms(Proportion subjectsWithEvent, String breakdown, SortedMap<String, List<Tallied>> tables)
            implements Numbers {}

    /**
     * One line of a table of adverse events.
     *
     * @param systemOrganClass of a term; null when it is not given, and in all other tables
     */
    record Tallied(String value, @Nullable String systemOrganClass, int subjects, PoissonRate rate) {}

    /**
     * Of recurrent events.
     *
     * @param end of the curve that the definition asks for; its estimate is the group's
     * @param censoring the mean cumulative function there, with death as censoring
     * @param withDeath that of Ghosh and Lin; null when nobody died and the definition does not ask for it
     * @param at the curve read at round times, in days from the anchor
     * @param cumulative the curve that the definition asks for
     */
    record Recurrent(
            CumulativeAt end,
            CumulativeAt censoring,
            @Nullable CumulativeAt withDeath,
            List<CumulativeAt> at,
            List<CumulativeRow> cumulative,
            int deaths,
            SortedMap<Long, Integer> subjectsByEvents)
            implements Numbers {}

    /**
     * Of the time to the first event, in days from the anchor.
     *
     * @param stretches observations: one a subject, or one from each dose to the next
     * @param at the curve read at round times
     * @param incidence of the event by the last day with death as a competing one; null when nobody died before
     */
    record FirstEvent(
            int stretches,
            MedianTime median,
            List<SurvivalAt> at,
            RestrictedMean restrictedMean,
            List<SurvivalRow> survival,
            @Nullable Incidence incidence,
            int deaths)
            implements Numbers {}

    /**
     * Of studies pooled.
     *
     * @param benefit which way the effect is better
     * @param effect on the scale of the measure: the logarithm of a ratio
     */
    record Pooled(
            OutcomeDefinition.Measure measure,
            Instrument.Direction benefit,
            RandomEffects effect,
            List<PooledStudy> studies)
            implements Numbers {

        /** Whether its effects are logarithms of ratios. */
        public boolean ratio() {
            return measure == OutcomeDefinition.Measure.LOG_RISK_RATIO
                    || measure == OutcomeDefinition.Measure.LOG_RATE_RATIO;
        }

        /** An effect as a reader sees it: the ratio in place of its logarithm. */
        public Estimate shown(Estimate effect) {
            return ratio() ? effect.map(StrictMath::exp) : effect;
        }

        public Interval shown(Interval interval) {
            return new Interval(shown(interval.lower()), shown(interval.upper()), interval.method());
        }
    }

    /**
     * One study of a pool.
     *
     * @param held null when its results are registered, not held here
     * @param interval on the scale of the measure
     * @param weight per cent
     * @param notes what was done to its numbers before they were pooled
     */
    record PooledStudy(
            String trial,
            @Nullable Held held,
            EffectSize effect,
            Interval interval,
            double weight,
            PooledGroup treated,
            PooledGroup control,
            @Nullable String cellSource,
            @Nullable CellOrigin origin,
            @Nullable Integer injections,
            String unit,
            List<String> notes,
            List<String> sources) {}

    /** A study held here, and the place of its history. */
    record Held(StudyId study, long position) {}

    /**
     * One side of a study: means, or counts.
     *
     * @param n subjects or knees; not whole where a control group serves several comparisons
     */
    record PooledGroup(
            double n, @Nullable Means means, @Nullable Counts counts) {}
}
