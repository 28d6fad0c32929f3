package org.trialog.query.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialog.events.protocol.Anchor;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.EventFilter.PartialDates;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.ArmId;
import org.trialog.query.outcome.person.Anchors;
import org.trialog.query.outcome.person.DayZero;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.outcome.person.Placement;
import org.trialog.query.record.SubjectRecord;

/**
 * The subjects as at a cut-off, and the enrolled ones by the arm that each was first given: arms as the protocol lists them,
 * with or without subjects. Always in the order of the codes. A partial day 0 is placed at its earliest.
 *
 * @param people who was screened by the cut-off
 */
record Cohorts(Protocol protocol, Anchors anchors, List<Person> people) {

    private static final String UNASSIGNED = "unassigned";

    static Cohorts of(Protocol protocol, List<SubjectRecord> records, LocalDate cutoff) {
        return new Cohorts(
                protocol,
                new Anchors(protocol, Placement.of(PartialDates.EARLIEST)),
                records.stream()
                        .map(record -> Person.of(record, cutoff))
                        .filter(Person::anythingKnown)
                        .sorted(Comparator.comparing(Person::subject))
                        .toList());
    }

    Map<String, List<Person>> byArm() {
        Map<String, List<Person>> arms = new LinkedHashMap<>();
        protocol.arms().forEach(arm -> arms.put(arm.id().value(), new ArrayList<>()));
        people.stream().filter(Person::enrolled).forEach(person -> arms.computeIfAbsent(
                        arm(person), _ -> new ArrayList<>())
                .add(person));
        return arms;
    }

    Optional<Arm> planned(String arm) {
        return arm.equals(UNASSIGNED) ? Optional.empty() : protocol.arm(new ArmId(arm));
    }

    /** The day that characteristics are taken at. */
    Optional<LocalDate> enrolment(Person person) {
        return anchors.of(person, Anchor.ENROLMENT, null) instanceof DayZero.On on
                ? Optional.of(on.days().getFirst())
                : Optional.empty();
    }

    private String arm(Person person) {
        return person.allotments().isEmpty()
                ? UNASSIGNED
                : person.allotments().getFirst().arm().value();
    }
}
