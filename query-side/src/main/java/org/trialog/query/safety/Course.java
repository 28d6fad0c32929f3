package org.trialog.query.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.Expectedness;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.ReportKind;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.RecordId;
import org.trialog.query.record.Entry;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.safety.ReportingClock.Kind;
import org.trialog.query.safety.ReportingClock.Sent;

/**
 * An adverse event as it was known after each record of it: the first one, then each follow-up that stands.
 *
 * @param steps never empty
 * @param reports of it that were sent by the day asked for
 */
record Course(List<Step> steps, List<SentReport> reports, LocalDate asOf) {

    private static final Set<Relatedness> RELATED =
            Set.of(Relatedness.RELATED, Relatedness.PROBABLE, Relatedness.POSSIBLE);

    /**
     * @param cause the record
     * @param aware when the site learned of it, null when not recorded
     * @param recorded the day on which the history took it: the sponsor learned of it then at the latest
     */
    record Step(
            RecordId cause, AdverseEvent known, @Nullable LocalDate aware, LocalDate recorded) {

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

    static Course of(SubjectRecord record, Entry<?> made, AdverseEvent first, ZoneId zone, LocalDate asOf) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(made.id(), first, day(first.awareOn()), on(made.recordedAt(), zone)));
        for (Entry<AdverseEventFollowUp> entry : record.of(AdverseEventFollowUp.class)) {
            AdverseEventFollowUp further = entry.details();
            if (further.of().equals(made.id()) && further.onto(steps.getLast().known()) instanceof AdverseEvent known) {
                steps.add(new Step(entry.id(), known, day(further.date()), on(entry.recordedAt(), zone)));
            }
        }
        return new Course(steps, SentReport.of(record, made.id(), zone, asOf), asOf);
    }

    AdverseEvent known() {
        return steps.getLast().known();
    }

    /** Whether it was serious after any report: what was once to be reported stays to be reported. */
    boolean serious() {
        return firstSerious() != null;
    }

    boolean susar() {
        return steps.stream().anyMatch(Step::susar);
    }

    /** The first record that says it is serious starts the site's clock; a report, or that the sponsor reads it here, ends it. */
    List<ReportingClock> siteClock() {
        Step step = firstSerious();
        return step == null || step.aware() == null
                ? List.of()
                : List.of(ReportingClock.of(Kind.SITE_TO_SPONSOR, step.cause(), step.aware(), toldSponsor(step), asOf));
    }

    /** One from the record that makes it a SUSAR, and a second from one by which it turns worse; the first stays. */
    List<ReportingClock> sponsorClocks() {
        List<ReportingClock> clocks = new ArrayList<>();
        Set<ReportKind> begun = EnumSet.noneOf(ReportKind.class);
        Step before = null;
        for (Step step : steps) {
            if (step.susar()) {
                boolean worse = before == null
                        || (step.known().fatal() && !before.known().fatal())
                        || (step.lifeThreatening() && !before.lifeThreatening());
                if (worse) {
                    LocalDate aware = toldSponsor(step).on();
                    for (Kind kind : expedited(step)) {
                        Sent sent = earliest(kind.to(), Set.of(kind.ends()), step, begun.add(kind.ends()))
                                .orElse(null);
                        clocks.add(ReportingClock.of(kind, step.cause(), aware, sent, asOf));
                    }
                    before = step;
                }
            }
        }
        return clocks;
    }

    private static List<Kind> expedited(Step step) {
        return step.lifeThreatening()
                ? List.of(Kind.EXPEDITED_7, Kind.EXPEDITED_7_FOLLOW_UP)
                : List.of(Kind.EXPEDITED_15);
    }

    private @Nullable Step firstSerious() {
        return steps.stream().filter(step -> step.known().serious()).findFirst().orElse(null);
    }

    /** What the site did not report itself the sponsor reads here. */
    private Sent toldSponsor(Step step) {
        return earliest(Addressee.SPONSOR, EnumSet.allOf(ReportKind.class), step, step.equals(firstSerious()))
                .filter(sent -> !sent.on().isAfter(step.recorded()))
                .orElseGet(() -> new Sent(step.cause(), step.recorded()));
    }

    /** @param first whether nothing before this step had to be reported so */
    private Optional<Sent> earliest(Addressee to, Set<ReportKind> kinds, Step step, boolean first) {
        return reports.stream()
                .filter(report -> report.to() == to && kinds.contains(report.kind()) && tells(report, step, first))
                .min(Comparator.comparing(SentReport::sentOn))
                .map(report -> new Sent(report.id(), report.sentOn()));
    }

    /** A report tells of its cause and of all that was known before. */
    private boolean tells(SentReport report, Step step, boolean first) {
        return report.cause() == null
                ? first
                : steps.stream().dropWhile(one -> !one.equals(step)).anyMatch(later -> later.cause()
                        .equals(report.cause()));
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
