package org.trialog.query.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.Expectedness;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.RecordId;
import org.trialog.query.record.Entry;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.safety.ReportingClock.Kind;

/**
 * An adverse event as it was known after each of its reports: the first one, then each follow-up that stands.
 *
 * @param steps never empty
 */
record Course(List<Step> steps) {

    private static final Set<Relatedness> RELATED =
            Set.of(Relatedness.RELATED, Relatedness.PROBABLE, Relatedness.POSSIBLE);

    /**
     * @param cause the report
     * @param aware when the site learned of it, null when not recorded
     * @param recorded the day on which the history took it, which is when the sponsor learned of it
     */
    record Step(RecordId cause, AdverseEvent known, @Nullable LocalDate aware, LocalDate recorded) {

        /** Serious, related by the stronger of both opinions, and not expected (rules 33 and 34). */
        boolean susar() {
            return known.serious() && related() && known.expectedness() == Expectedness.UNEXPECTED;
        }

        boolean related() {
            return isRelated(known.relatedness()) || isRelated(known.sponsorRelatedness());
        }

        boolean lifeThreatening() {
            return known.fatal() || known.criteria().contains(SeriousnessCriterion.LIFE_THREATENING);
        }
    }

    static Course of(SubjectRecord record, Entry<?> made, AdverseEvent first, ZoneId zone) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(made.id(), first, day(first.awareOn()), on(made.recordedAt(), zone)));
        for (Entry<AdverseEventFollowUp> entry : record.of(AdverseEventFollowUp.class)) {
            AdverseEventFollowUp further = entry.details();
            if (further.of().equals(made.id()) && further.onto(steps.getLast().known()) instanceof AdverseEvent known) {
                steps.add(new Step(entry.id(), known, day(further.date()), on(entry.recordedAt(), zone)));
            }
        }
        return new Course(steps);
    }

    AdverseEvent known() {
        return steps.getLast().known();
    }

    /** Whether it was serious after any report: what was once to be reported stays to be reported. */
    boolean serious() {
        return steps.stream().anyMatch(step -> step.known().serious());
    }

    boolean susar() {
        return steps.stream().anyMatch(Step::susar);
    }

    /** The first report that says it is serious starts the site's clock; that it is recorded ends it. */
    List<ReportingClock> siteClock() {
        for (Step step : steps) {
            if (step.known().serious()) {
                LocalDate aware = step.aware();
                return aware == null
                        ? List.of()
                        : List.of(ReportingClock.reported(Kind.SITE_TO_SPONSOR, step.cause(), aware, step.recorded()));
            }
        }
        return List.of();
    }

    /** One from the report that makes it a SUSAR, and a second from one by which it turns worse; the first stays. */
    List<ReportingClock> sponsorClocks(LocalDate asOf) {
        List<ReportingClock> clocks = new ArrayList<>();
        Step before = null;
        for (Step step : steps) {
            if (step.susar()) {
                boolean worse = before == null
                        || (step.known().fatal() && !before.known().fatal())
                        || (step.lifeThreatening() && !before.lifeThreatening());
                if (worse) {
                    clocks.addAll(expedited(step, asOf));
                    before = step;
                }
            }
        }
        return clocks;
    }

    private static List<ReportingClock> expedited(Step step, LocalDate asOf) {
        List<Kind> kinds = step.lifeThreatening()
                ? List.of(Kind.EXPEDITED_7, Kind.EXPEDITED_7_FOLLOW_UP)
                : List.of(Kind.EXPEDITED_15);
        return kinds.stream()
                .map(kind -> ReportingClock.running(kind, step.cause(), step.recorded(), asOf))
                .toList();
    }

    private static boolean isRelated(@Nullable Relatedness opinion) {
        return opinion != null && RELATED.contains(opinion);
    }

    /** Of a partial date the first day: a clock never starts too late. */
    private static @Nullable LocalDate day(@Nullable ClinicalDate date) {
        return date == null ? null : date.range().map(DateRange::earliest).orElse(null);
    }

    private static LocalDate on(Instant recordedAt, ZoneId zone) {
        return LocalDate.ofInstant(recordedAt, zone);
    }
}
