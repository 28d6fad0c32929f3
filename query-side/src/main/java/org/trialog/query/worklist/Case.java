package org.trialog.query.worklist;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DayWindow;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Token;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.record.SubjectLine;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.safety.ReportingClock;
import org.trialog.query.study.StudyView;
import org.trialog.query.worklist.Item.Kind;
import org.trialog.query.worklist.Item.State;

/**
 * One subject on the day asked for.
 *
 * @param protocol the version that its site goes by that day
 * @param site that follows it, null when not recorded
 */
record Case(
        StudyView study,
        Protocol protocol,
        SubjectRecord record,
        Person person,
        @Nullable SiteId site) {

    /** Empty while no protocol is published. */
    static Optional<Case> of(StudyView study, SubjectRecord record, LocalDate asOf) {
        SiteId site = SubjectLine.siteOf(record).orElse(null);
        return study.protocolAt(site, asOf)
                .map(published -> new Case(study, published.protocol(), record, Person.of(record, asOf), site));
    }

    LocalDate asOf() {
        return person.cutoff();
    }

    Optional<Arm> arm() {
        return person.allotment(asOf()).flatMap(allotted -> protocol.arm(allotted.arm()));
    }

    @Nullable
    ArmId armId() {
        return person.allotment(asOf()).map(Person.Allotment::arm).orElse(null);
    }

    /** Something planned for a day, with days around it. */
    Item planned(Kind kind, @Nullable String code, LocalDate day, @Nullable DayWindow window, boolean approximate) {
        DateRange days = window == null ? DateRange.on(day) : window.around(day);
        return new Item(
                record.subject(),
                site,
                kind,
                code,
                null,
                day,
                days.earliest(),
                days.latest(),
                ChronoUnit.DAYS.between(asOf(), days.latest()),
                state(day, days),
                approximate);
    }

    /** Something that is open since a day and has no window. */
    Item open(Kind kind, @Nullable String code, @Nullable RecordId about, @Nullable LocalDate since) {
        return new Item(
                record.subject(),
                site,
                kind,
                code,
                about,
                since,
                null,
                null,
                since == null ? null : ChronoUnit.DAYS.between(asOf(), since),
                State.DUE,
                false);
    }

    /** A report that is due by the last day of its clock, from the day on which the clock began. */
    Item toReport(ReportingClock clock) {
        return new Item(
                record.subject(),
                site,
                Kind.SAFETY_REPORT,
                Token.of(clock.kind()),
                clock.cause(),
                clock.due(),
                clock.aware(),
                clock.due(),
                clock.daysLeft(),
                clock.state() == ReportingClock.State.OVERDUE ? State.OVERDUE : State.DUE,
                false);
    }

    private State state(LocalDate day, DateRange days) {
        if (asOf().isBefore(days.earliest())) {
            return State.NOT_YET;
        }
        if (asOf().isAfter(days.latest())) {
            return State.OVERDUE;
        }
        return asOf().isBefore(day) ? State.IN_WINDOW : State.DUE;
    }
}
