package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Days from {@code from} to {@code through}, both included. Its length is their difference, as of all times here: a span of
 * one day has length 0 and still holds what happened on that day.
 */
public record Span(LocalDate from, LocalDate through) {

    public long days() {
        return ChronoUnit.DAYS.between(from, through);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(through);
    }

    /** What is left of it between two days, both included. */
    public Optional<Span> within(LocalDate first, LocalDate last) {
        LocalDate start = from.isBefore(first) ? first : from;
        LocalDate end = through.isAfter(last) ? last : through;
        return end.isBefore(start) ? Optional.empty() : Optional.of(new Span(start, end));
    }

    /** The union, in order. A span that starts on the day after another ends continues it: no day lies between. */
    public static List<Span> union(List<Span> spans) {
        List<Span> sorted =
                spans.stream().sorted(Comparator.comparing(Span::from)).toList();
        List<Span> union = new ArrayList<>();
        for (Span next : sorted) {
            Span last = union.isEmpty() ? null : union.getLast();
            if (last == null || next.from.isAfter(last.through.plusDays(1))) {
                union.add(next);
            } else if (next.through.isAfter(last.through)) {
                union.set(union.size() - 1, new Span(last.from, next.through));
            }
        }
        return List.copyOf(union);
    }

    /** The days in both; either list is a union. */
    public static List<Span> intersection(List<Span> some, List<Span> others) {
        List<Span> common = new ArrayList<>();
        for (Span one : some) {
            for (Span other : others) {
                one.within(other.from, other.through).ifPresent(common::add);
            }
        }
        return List.copyOf(common);
    }
}
