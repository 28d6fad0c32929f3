package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.EventFilter;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.figure.Behind.NotCounted;

/** Finds what is known of one subject about one kind of occurrence. */
final class Finder {
    private final Person person;
    private final Life.Search search;
    private final @Nullable LocalDate emergentFrom;
    private final List<Span> confirmed;
    private final List<Occurrence> found = new ArrayList<>();
    private final List<NotCounted> not = new ArrayList<>();
    private int partial;

    Finder(Person person, Life.Search search, @Nullable LocalDate emergentFrom) {
        this.person = person;
        this.search = search;
        this.emergentFrom = emergentFrom;
        List<Span> asked = ConfirmedTime.of(person, search.filter());
        LocalDate death = death(asked);
        this.confirmed = death == null ? asked : Span.intersection(asked, List.of(new Span(LocalDate.MIN, death)));
    }

    Life life() {
        add(search.filter());
        found.sort(Occurrence.BY_DAY);
        List<Occurrence> counted = search.episodes() ? Repeats.episodes(found) : List.copyOf(found);
        LocalDate death = death(confirmed);
        boolean seen = death != null && confirmed.stream().anyMatch(span -> span.contains(death));
        return new Life(confirmed, afterBirth(), counted, List.copyOf(not), partial, seen ? death : null);
    }

    private void add(EventFilter filter) {
        if (filter.kind() == EventFilter.Kind.COMPOSITE) {
            filter.of().forEach(this::add);
        } else {
            List<Occurrence> ofFilter = new ArrayList<>();
            new Candidates(person, filter, search.rules())
                    .find()
                    .forEach(candidate -> weigh(candidate, filter, ofFilter));
            ofFilter.sort(Occurrence.BY_DAY);
            found.addAll(Repeats.apart(ofFilter, filter.minimumGap(), not));
        }
    }

    private void weigh(Candidate candidate, EventFilter filter, List<Occurrence> ofFilter) {
        Optional<DateRange> range = person.range(candidate.date());
        if (candidate.refusal() != null) {
            leaveOut(candidate, candidate.refusal());
        } else if (range.isEmpty()) {
            leaveOut(candidate, "undated: neither before nor after");
        } else if (range.get().exact()) {
            take(candidate, range.get().earliest(), false, ofFilter);
        } else {
            place(candidate, filter, range.get(), ofFilter);
        }
    }

    private void place(Candidate candidate, EventFilter filter, DateRange range, List<Occurrence> ofFilter) {
        partial++;
        boolean emergent = filter.kind() == EventFilter.Kind.ADVERSE_EVENT && filter.from() == EventFilter.From.ANCHOR;
        Bounds bounds = new Bounds(person, filter.kind(), confirmed, emergent ? emergentFrom : null);
        Optional<DateRange> possible = bounds.narrow(range);
        if (possible.isEmpty()) {
            leaveOut(candidate, "no day is left between birth or event-free contact and death or end of follow-up");
            return;
        }
        LocalDate day = placement(filter).place(possible.get());
        if (day == null) {
            leaveOut(candidate, "its date is partial");
        } else {
            take(candidate, day, true, ofFilter);
        }
    }

    private void take(Candidate candidate, LocalDate day, boolean placed, List<Occurrence> ofFilter) {
        if (confirmed.stream().noneMatch(span -> span.contains(day))) {
            leaveOut(candidate, Life.OUTSIDE);
            return;
        }
        ofFilter.add(new Occurrence(
                List.of(candidate.entry().id().value()),
                candidate.entry().positions(),
                day,
                placed,
                candidate.incident(),
                candidate.site()));
    }

    private void leaveOut(Candidate candidate, String reason) {
        not.add(new NotCounted(candidate.entry().id().value(), candidate.entry().positions(), reason));
    }

    private Placement placement(EventFilter filter) {
        Placement given = search.placement();
        return given == null ? Placement.of(filter.partialDates()) : given;
    }

    /** A death whose day is partial is placed as an event would be; left out by the rule, it is taken at its latest. */
    private @Nullable LocalDate death(List<Span> asked) {
        DateRange death = person.death();
        if (death == null || death.exact()) {
            return death == null ? null : death.earliest();
        }
        DateRange possible = new Bounds(person, EventFilter.Kind.DEATH, asked, null)
                .narrow(death)
                .orElse(death);
        LocalDate day = placement(search.filter()).place(possible);
        return day == null ? possible.latest() : day;
    }

    /** A subject that is expected and not born yet has no time at risk. */
    private List<Span> afterBirth() {
        DateRange birth = person.birth();
        if (birth == null) {
            return person.expectedDate() == null ? confirmed : List.of();
        }
        return Span.intersection(confirmed, List.of(new Span(birth.earliest(), LocalDate.MAX)));
    }
}
