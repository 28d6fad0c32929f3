package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Anchor;
import org.trialog.events.protocol.DayWindow;
import org.trialog.events.protocol.EventFilter;
import org.trialog.events.protocol.EventFilter.PartialDates;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.OutcomeDefinition.Kind;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.protocol.Protocol;
import org.trialog.query.outcome.person.Exposure;
import org.trialog.query.outcome.person.Life;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.outcome.person.Placement;
import org.trialog.query.study.Batch;

/**
 * What is asked of the subjects.
 *
 * @param event what happens; null for a kind that looks for no occurrence: its time is that of the vital status
 * @param by what is asked for; {@link #grouping} says what the groups are
 * @param batches of the study, for what was in a dose
 */
public record Question(
        Protocol protocol,
        OutcomeDefinition definition,
        @Nullable EventFilter event,
        LocalDate cutoff,
        String by,
        List<Batch> batches) {

    private static final LocalDate ANY_DAY = LocalDate.of(2001, 7, 1);

    /**
     * What is known of a subject about what happens.
     *
     * @param placement in place of the rule for partial dates; null leaves it
     */
    Life life(Person person, @Nullable Placement placement, LocalDate anchor) {
        if (event == null) {
            Placement placed = placement == null ? Placement.of(partialDates()) : placement;
            EventFilter vital = EventFilter.of(EventFilter.Kind.DEATH);
            return Life.of(person, new Life.Search(vital, protocol.fractures(), false, placed), anchor)
                    .time();
        }
        boolean episodes = event.episodes() || definition.unit() == OutcomeDefinition.Unit.EPISODES;
        return Life.of(person, new Life.Search(event, protocol.fractures(), episodes, placement), anchor);
    }

    /** The rule for partial dates: that of the event, or the outcome's own where there is none. */
    PartialDates partialDates() {
        if (event != null) {
            return event.partialDates();
        }
        PartialDates rule = definition.partialDates();
        return rule == null ? PartialDates.EARLIEST : rule;
    }

    Period from() {
        Period from = definition.from();
        return from == null ? Period.ZERO : from;
    }

    /**
     * Whether a subject is in with what was seen of it. Rates and shares need person-time; on a survival curve, who was
     * seen on one day only is at risk on that day; without an event, no time is needed.
     */
    boolean counts(Exposure exposure) {
        if (event == null) {
            return true;
        }
        boolean onCurve = timesFirst() || definition.kind() == Kind.RECURRENT_EVENTS;
        return onCurve ? !exposure.unseen() : !exposure.withoutTime();
    }

    /** Events as the kind counts them: first ones only, or all. */
    long count(Exposure exposure) {
        boolean first = timesFirst() || definition.kind() == Kind.PROPORTION;
        return first ? Math.min(1, exposure.events().size()) : exposure.events().size();
    }

    private boolean timesFirst() {
        return definition.kind() == Kind.TIME_TO_FIRST_EVENT || definition.kind() == Kind.OBSERVED_EXPECTED;
    }

    /** What its groups are. Adverse events can be asked for by what they are told apart by: their groups are arms. */
    String grouping() {
        return definition.kind() == Kind.ADVERSE_EVENTS && Breakdown.of(by).isPresent() ? Grouping.ARM : by;
    }

    /** The table of adverse events that is shown first: as asked for, else as defined, else by term. */
    Breakdown breakdown() {
        return Breakdown.of(by).or(() -> Breakdown.of(definition.by())).orElse(Breakdown.TERM);
    }

    AgeBands ageBands() {
        return AgeBands.of(definition.bands());
    }

    /** Age groups the time of a rate; of other kinds, the subjects by their age at the anchor. */
    boolean splitByAge() {
        return by.equals(Grouping.AGE_BAND) && countsTime();
    }

    boolean byArm() {
        return grouping().equals(Grouping.ARM);
    }

    /** Doses group the time of a rate; of other kinds, the subjects by the doses they had when the window starts. */
    boolean splitByDoses() {
        return by.equals(Grouping.DOSE_COUNT) && countsTime();
    }

    /** Whether it divides events by person-time, which can be cut anywhere. */
    boolean countsTime() {
        return definition.kind() == Kind.EVENT_RATE || definition.kind() == Kind.ADVERSE_EVENTS;
    }

    /** Who crosses arms counts in both, with split time; of what has no time, in the arm at the anchor (rule 8). */
    boolean splitByArms() {
        return byArm()
                && switch (definition.kind()) {
                    case EVENT_FREE_INTERVAL,
                            EVENT_FREE_TIME,
                            EVENT_RATE,
                            TIME_TO_FIRST_EVENT,
                            RECURRENT_EVENTS,
                            ADVERSE_EVENTS -> true;
                    case OBSERVED_EXPECTED, SCORE_CHANGE, PROPORTION, POOLED -> false;
                };
    }

    /** Whether the first event ends a subject's time: then it is not at risk in an arm that it crosses to afterwards. */
    boolean endsAtFirstEvent() {
        return definition.kind() == Kind.EVENT_FREE_INTERVAL || definition.kind() == Kind.TIME_TO_FIRST_EVENT;
    }

    boolean eachDose() {
        return definition.anchor() == Anchor.EACH_DOSE;
    }

    boolean asksForTests() {
        return !definition.compare().isEmpty();
    }

    /**
     * How many days before the end of a window a last visit may lie: the early side of the visit planned for that end, or
     * where none is planned, the widest of the protocol.
     *
     * @param end the window's end as an offset from the anchor
     */
    int toleranceDays(Period end) {
        int planned = widest(visit -> isAnchor(visit.anchor()) && visit.at() != null && same(visit.at(), end));
        return planned >= 0 ? planned : Math.max(0, widest(_ -> true));
    }

    private boolean isAnchor(Anchor anchor) {
        return anchor == definition.anchor() || anchor == definition.controlAnchor();
    }

    private static boolean same(Period one, Period other) {
        return one.normalized().equals(other.normalized());
    }

    /** Minus one when no such visit has a window. */
    private int widest(Predicate<PlannedVisit> wanted) {
        int widest = -1;
        for (PlannedVisit visit : protocol.visits()) {
            DayWindow window = visit.window();
            if (window != null && wanted.test(visit)) {
                LocalDate early = ANY_DAY.plus(window.before());
                widest = Math.max(widest, Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(early, ANY_DAY))));
            }
        }
        return widest;
    }
}
