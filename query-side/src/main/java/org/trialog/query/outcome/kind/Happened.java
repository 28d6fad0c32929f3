package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.Visit;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.Token;
import org.trialog.query.outcome.course.Happening;
import org.trialog.query.outcome.figure.Behind.NotCounted;
import org.trialog.query.outcome.person.Life;
import org.trialog.query.outcome.person.Occurrence;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.record.Entry;

/** What happened to one subject: the outcome's events, counted or not, and beside them what else has a place in time. */
final class Happened {

    private final Person person;
    private final Map<String, Entry<?>> byId = new HashMap<>();
    private final Map<String, Happening> events = new HashMap<>();
    private final List<Happening> found = new ArrayList<>();
    private int undated;

    Happened(Person person, Life life) {
        this.person = person;
        person.record().effective().forEach(entry -> byId.put(entry.id().value(), entry));
        life.occurrences().forEach(this::counted);
        life.notCounted().forEach(this::notCounted);
        beside(Treatment.class);
        beside(Fracture.class);
        beside(AdverseEvent.class);
        beside(Visit.class);
        beside(Death.class);
        found.sort(Happening.BY_DAY);
    }

    List<Happening> inOrder() {
        return found;
    }

    /** How many of the outcome's events have no day at all. */
    int undated() {
        return undated;
    }

    private void counted(Occurrence occurrence) {
        String first = occurrence.records().getFirst();
        DateRange days = range(first).orElse(DateRange.on(occurrence.day()));
        event(occurrence.records(), occurrence.positions(), days, occurrence.day(), null);
    }

    private void notCounted(NotCounted not) {
        Optional<DateRange> days = range(not.record());
        if (days.isPresent()) {
            event(List.of(not.record()), not.positions(), days.get(), days.get().midpoint(), not.reason());
        } else {
            undated++;
            byId.remove(not.record());
        }
    }

    private void event(
            List<String> records, List<Long> positions, DateRange days, LocalDate day, @Nullable String notCounted) {
        Entry<?> entry = byId.get(records.getFirst());
        String label = entry == null ? "event" : label(entry.details());
        Happening event = new Happening(Happening.Type.EVENT, records, positions, days, day, label, notCounted);
        records.forEach(record -> events.put(record, event));
        found.add(event);
    }

    private void beside(Class<? extends ClinicalRecord> kind) {
        for (Entry<? extends ClinicalRecord> entry : person.of(kind)) {
            String id = entry.id().value();
            Optional<DateRange> days = person.range(entry.details().date());
            if (!events.containsKey(id) && days.isPresent()) {
                found.add(new Happening(
                        type(entry.details()),
                        List.of(id),
                        entry.positions(),
                        days.get(),
                        days.get().midpoint(),
                        label(entry.details()),
                        null));
            }
        }
    }

    private Optional<DateRange> range(String record) {
        return Optional.ofNullable(byId.get(record))
                .flatMap(entry -> person.range(entry.details().date()));
    }

    private static Happening.Type type(ClinicalRecord record) {
        return switch (record) {
            case Treatment _ -> Happening.Type.DOSE;
            case Fracture _ -> Happening.Type.FRACTURE;
            case AdverseEvent event ->
                event.serious() ? Happening.Type.SERIOUS_ADVERSE_EVENT : Happening.Type.ADVERSE_EVENT;
            case Visit _ -> Happening.Type.VISIT;
            case Death _ -> Happening.Type.DEATH;
            default -> Happening.Type.EVENT;
        };
    }

    private static String label(ClinicalRecord record) {
        return switch (record) {
            case Treatment dose -> dose.number() == null ? "dose" : "dose " + dose.number();
            case Fracture broken -> "fracture, " + Token.of(broken.bone()) + side(broken.side());
            case AdverseEvent event ->
                event.term()
                        + (event.grade() == null
                                ? ""
                                : ", grade " + event.grade().value());
            case ClinicalEvent event -> event.kind();
            case Visit visit -> visit.code() == null ? "visit" : "visit " + visit.code();
            case Death _ -> "death";
            default -> "event";
        };
    }

    private static String side(Laterality side) {
        return side == Laterality.LEFT || side == Laterality.RIGHT ? " " + Token.of(side) : "";
    }
}
