package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Anchor;
import org.trialog.events.protocol.Baseline;
import org.trialog.query.outcome.person.Anchors;
import org.trialog.query.outcome.person.DayZero;
import org.trialog.query.outcome.person.Exposure;
import org.trialog.query.outcome.person.Life;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.outcome.person.Placement;
import org.trialog.query.outcome.person.Span;
import org.trialog.query.outcome.person.Window;

/** Puts subjects into groups: who is in, with what was seen of them, and who is left out and why. */
final class Gathering {
    private final Question question;
    private final @Nullable Placement placement;
    private final Anchors anchors;
    private final Grouping grouping;
    private final SortedMap<String, List<Member>> members = new TreeMap<>();
    private final SortedMap<String, List<Stratum.LeftOut>> leftOut = new TreeMap<>();
    private int partialAnchors;
    private int inSeveral;

    Gathering(Question question, @Nullable Placement placement) {
        this.question = question;
        this.placement = placement;
        this.anchors = new Anchors(question.protocol(), Placement.of(question.partialDates()));
        this.grouping = new Grouping(question);
    }

    Cohort gather(List<Person> people) {
        people.stream()
                .filter(Person::enrolled)
                .sorted(Comparator.comparing(Person::subject))
                .forEach(this::add);
        List<String> names = new ArrayList<>(members.keySet());
        names.addAll(leftOut.keySet());
        List<Stratum> strata = grouping.ordered(names).stream()
                .map(name -> new Stratum(
                        name,
                        List.copyOf(members.getOrDefault(name, List.of())),
                        List.copyOf(leftOut.getOrDefault(name, List.of()))))
                .toList();
        Placement placed = placement == null ? Placement.of(question.partialDates()) : placement;
        return new Cohort(strata, partialAnchors, inSeveral, placed);
    }

    private void add(Person person) {
        switch (dayZero(person, question.definition().anchor())) {
            case DayZero.Missing(String reason) ->
                leaveOut(person, grouping.of(person, question.cutoff()), reason, List.of(), null);
            case DayZero.On on -> {
                partialAnchors += on.partial() ? 1 : 0;
                add(person, on.days());
            }
        }
    }

    private DayZero dayZero(Person person, Anchor anchor) {
        return anchors.of(person, anchor, question.definition().controlAnchor());
    }

    private void add(Person person, List<LocalDate> days) {
        Life life = question.life(person, placement, days.getFirst());
        List<Window> windows = new Windows(question).from(days, life);
        SortedMap<String, List<Exposure>> byGroup = grouped(person, life, windows);
        if (byGroup.isEmpty()) {
            String group = grouping.of(person, days.getFirst());
            leaveOut(person, group, LeftOutReasons.why(person, life, windows), days, life);
            return;
        }
        Baseline baseline = question.definition().baseline();
        Member.Before before = null;
        if (baseline != null) {
            Window window = byGroup.firstEntry().getValue().getFirst().window();
            switch (new BaselineWindows(baseline).of(person, life, window, dayZero(person, baseline.anchor()))) {
                case BaselineWindows.Lacking(String reason) -> {
                    leaveOut(person, byGroup.firstKey(), reason, days, life);
                    return;
                }
                case BaselineWindows.Found(Member.Before found) -> before = found;
            }
        }
        inSeveral += byGroup.size() > 1 ? 1 : 0;
        for (Map.Entry<String, List<Exposure>> group : byGroup.entrySet()) {
            members.computeIfAbsent(group.getKey(), _ -> new ArrayList<>())
                    .add(member(person, life, group.getValue(), before, days.getFirst()));
        }
    }

    /** The windows in which anything was seen, by the group that the subject is in at the start of each. */
    private SortedMap<String, List<Exposure>> grouped(Person person, Life life, List<Window> windows) {
        Map<String, List<Exposure>> byGroup = new LinkedHashMap<>();
        for (Window window : windows) {
            for (Window part : parts(window, person)) {
                Exposure exposure = life.within(part);
                if (question.counts(exposure)) {
                    byGroup.computeIfAbsent(grouping.of(person, groupedOn(part, person)), _ -> new ArrayList<>())
                            .add(exposure);
                }
                if (question.endsAtFirstEvent() && !exposure.events().isEmpty()) {
                    break;
                }
            }
        }
        return new TreeMap<>(byGroup);
    }

    private List<Window> parts(Window window, Person person) {
        if (question.splitByDoses()) {
            return Windows.splitAtDoses(window, person);
        }
        if (question.splitByAge()) {
            return Windows.splitAt(window, question.ageBands().birthdays(person));
        }
        return question.splitByArms() ? Windows.splitAtCrossings(window, person) : List.of(window);
    }

    /**
     * Values are taken as at the anchor; a dose count, an age that splits time, and the arm of who crossed arms, from the
     * start of the window, which is its landmark.
     */
    private LocalDate groupedOn(Window window, Person person) {
        boolean crossed = question.splitByArms() && !person.crossings().isEmpty();
        return crossed || question.splitByAge() || question.by().equals(Grouping.DOSE_COUNT)
                ? window.start()
                : window.anchor();
    }

    private Member member(
            Person person, Life life, List<Exposure> exposures, Member.@Nullable Before before, LocalDate anchor) {
        long events = exposures.stream().mapToLong(question::count).sum();
        boolean sensitivity = placement != null;
        if (life.partial() == 0 || sensitivity) {
            return new Member(person, life, exposures, before, events, events);
        }
        List<Window> windows = exposures.stream().map(Exposure::window).toList();
        long most = count(person, life.confirmed(), windows, anchor, true);
        long fewest = count(person, life.confirmed(), windows, anchor, false);
        return new Member(person, life, exposures, before, Math.min(fewest, events), Math.max(most, events));
    }

    private static boolean counted(LocalDate day, List<Window> windows, List<Span> confirmed) {
        return windows.stream().anyMatch(window -> window.contains(day))
                && confirmed.stream().anyMatch(span -> span.contains(day));
    }

    private long count(Person person, List<Span> confirmed, List<Window> windows, LocalDate anchor, boolean inside) {
        Placement preferring = Placement.preferring(day -> inside == counted(day, windows, confirmed));
        Life life = question.life(person, preferring, anchor);
        return windows.stream()
                .mapToLong(window -> question.count(life.within(window)))
                .sum();
    }

    private void leaveOut(Person person, String group, String reason, List<LocalDate> days, @Nullable Life life) {
        leftOut.computeIfAbsent(group, _ -> new ArrayList<>()).add(new Stratum.LeftOut(person, reason, days, life));
    }
}
