package org.trialog.query.worklist;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.person.Anchors;
import org.trialog.query.outcome.person.Endings;
import org.trialog.query.record.Query;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.safety.ReportingClock;
import org.trialog.query.safety.Safety;
import org.trialog.query.study.StudyView;
import org.trialog.query.worklist.Item.Kind;

/**
 * What is to be done for each subject on a day.
 *
 * @param items by subject, and of one subject by day; what has no day comes first
 */
public record Worklist(LocalDate asOf, List<Item> items) {

    private static final Comparator<Item> BY_DAY =
            Comparator.comparing(Item::planned, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));

    public Worklist {
        items = List.copyOf(items);
    }

    public static Worklist of(StudyView study, List<SubjectRecord> records, LocalDate asOf) {
        return new Worklist(
                asOf,
                records.stream()
                        .flatMap(record -> Case.of(study, record, asOf).stream())
                        .flatMap(subject -> items(subject).sorted(BY_DAY))
                        .toList());
    }

    private static Stream<Item> items(Case subject) {
        Anchors anchors = new Anchors(subject.protocol(), DateRange::earliest);
        return Stream.of(
                        new Visits(subject, anchors).items(),
                        new Doses(subject, anchors).items(),
                        new Consents(subject).items(),
                        new LaterFacts(subject).items(),
                        reports(subject),
                        queries(subject),
                        lost(subject),
                        restricted(subject))
                .flatMap(items -> items);
    }

    private static Stream<Item> queries(Case subject) {
        return subject.record().queries().values().stream()
                .filter(query -> query.state() == Query.State.OPEN)
                .map(query -> subject.open(
                        Kind.QUERY,
                        query.code(),
                        query.id(),
                        LocalDate.ofInstant(
                                query.opened().recordedAt(), subject.study().zone(subject.site()))));
    }

    private static Stream<Item> reports(Case subject) {
        return Safety.of(subject.study(), List.of(subject.record()), subject.asOf()).cases().stream()
                .flatMap(known -> known.clocks().stream())
                .filter(ReportingClock::open)
                .map(subject::toReport);
    }

    private static Stream<Item> restricted(Case subject) {
        return Stream.ofNullable(subject.record().privacy().restriction())
                .map(restriction -> subject.open(
                        Kind.RESTRICTED,
                        restriction.reason(),
                        null,
                        LocalDate.ofInstant(restriction.since(), subject.study().zone(subject.site()))));
    }

    private static Stream<Item> lost(Case subject) {
        return new Endings(subject.person())
                        .lost()
                        .map(loss -> subject.open(
                                Kind.CONTACT_LOST,
                                null,
                                loss.id(),
                                subject.person()
                                        .range(loss.details().date())
                                        .map(DateRange::earliest)
                                        .orElse(null)))
                        .stream();
    }
}
