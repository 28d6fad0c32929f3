package org.trialog.deploy.demo.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.trialog.command.keys.Sealing;
import org.trialog.command.order.Act;
import org.trialog.command.order.Reason;
import org.trialog.command.order.Sender;
import org.trialog.command.order.SubjectOrder;
import org.trialog.events.clinical.AtVisit;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Supplement;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * One subject's sittings at the keyboard, the days in any order: {@link #orders} sorts them and gives the records the ids
 * that the door will give them.
 */
public final class Story {

    private static final int NOON = 12 * 60;

    private final SubjectId subject;
    private final DemoSite home;
    private final Sealing sealing;
    private final Random random;
    private final List<Sitting> sittings = new ArrayList<>();

    /** @param oneVisit the records belong to the visit among them */
    private record Sitting(LocalDate day, Instant at, Sender who, boolean oneVisit, List<Deed> deeds) {}

    public Story(SubjectId subject, DemoSite home, Sealing sealing) {
        this.subject = subject;
        this.home = home;
        this.sealing = sealing;
        this.random = new Random(subject.value().hashCode());
    }

    public SubjectId subject() {
        return subject;
    }

    public DemoSite home() {
        return home;
    }

    /** Fixed by the subject: the demonstration is the same wherever it is made. */
    public Random random() {
        return random;
    }

    public <T> Personal<T> seal(T value) {
        return sealing.seal(value);
    }

    public Personal<String> words(String text) {
        return sealing.seal("synthetic: " + text);
    }

    /** Records what happened on that day in the afternoon of it, in the order given. */
    public void record(LocalDate day, ClinicalRecord... records) {
        List<Deed> deeds = new ArrayList<>();
        for (ClinicalRecord record : records) {
            deeds.add(new Deed.Makes(record, null));
        }
        sit(day, home, false, deeds);
    }

    public void sit(LocalDate day, DemoSite site, boolean oneVisit, List<Deed> deeds) {
        Instant at = site.at(day, NOON + 60 + random.nextInt(240));
        sittings.add(new Sitting(day, at, site.coordinator(at), oneVisit, List.copyOf(deeds)));
    }

    /** More is learned of a record, at the subject's own hospital. */
    public void add(LocalDate day, ClinicalRecord first, Supplement more) {
        sit(day, home, false, List.of(new Deed.Adds(first, more)));
    }

    /** At the sponsor's office: its data manager asks, and gives the sponsor's opinion. */
    public void office(LocalDate day, Deed deed) {
        Instant at = home.at(day, NOON + 330);
        sittings.add(new Sitting(day, at, DemoSite.dataManager(at), false, List.of(deed)));
    }

    public void correct(LocalDate day, ClinicalRecord first, ClinicalRecord after, String code, String words) {
        sit(day, home, false, List.of(new Deed.Corrects(first, after, code, words(words))));
    }

    public void retract(LocalDate day, ClinicalRecord first, String code, String words) {
        sit(day, home, false, List.of(new Deed.Retracts(first, code, words(words))));
    }

    /** All of it by day, within a day as it was written here; no two orders share a moment. */
    public List<TimedOrder> orders(StudyId study) {
        List<Sitting> inOrder = new ArrayList<>(sittings);
        inOrder.sort(Comparator.comparing(Sitting::day));
        Numbering numbering = new Numbering();
        List<TimedOrder> orders = new ArrayList<>();
        Instant last = Instant.MIN;
        for (Sitting sitting : inOrder) {
            Instant at = sitting.at().isAfter(last) ? sitting.at() : last.plusSeconds(420);
            last = at;
            List<Act> acts = numbering.acts(sitting);
            orders.add(new TimedOrder(
                    at,
                    at(sitting.who(), at),
                    new SubjectOrder(
                            study,
                            subject,
                            acts,
                            SubjectOrder.Strictness.LIVE,
                            sitting.oneVisit(),
                            null,
                            sealing.keys())));
        }
        return orders;
    }

    private static Sender at(Sender who, Instant at) {
        return new Sender(who.actor(), who.role(), who.site(), who.source(), who.client(), who.correlation(), at);
    }

    /** Counts the records of each kind as the door does. */
    private static final class Numbering {

        private final Map<RecordKind, Integer> made = new EnumMap<>(RecordKind.class);
        private final IdentityHashMap<ClinicalRecord, RecordId> ids = new IdentityHashMap<>();
        private final IdentityHashMap<ClinicalRecord, RecordId> visits = new IdentityHashMap<>();
        private final IdentityHashMap<Deed.Asks, RecordId> queries = new IdentityHashMap<>();

        List<Act> acts(Sitting sitting) {
            @Nullable RecordId visit = sitting.oneVisit() ? next(RecordKind.VISIT) : null;
            List<Act> acts = new ArrayList<>();
            for (Deed deed : sitting.deeds()) {
                acts.add(
                        switch (deed) {
                            case Deed.Makes makes -> make(makes, visit);
                            case Deed.Corrects corrects ->
                                new Act.Correct(
                                        id(corrects.first()),
                                        placed(corrects),
                                        new Reason(corrects.code(), corrects.words()));
                            case Deed.Adds adds -> Act.Make.of(adds.more().about(id(adds.first())));
                            case Deed.Asks asks -> ask(asks);
                            case Deed.Answers answers ->
                                new Act.AnswerQuery(query(answers.question()), answers.words());
                            case Deed.Closes closes -> new Act.CloseQuery(query(closes.question()), null);
                            case Deed.Retracts retracts ->
                                new Act.Retract(id(retracts.first()), new Reason(retracts.code(), retracts.words()));
                        });
            }
            return acts;
        }

        private Act make(Deed.Makes makes, @Nullable RecordId visit) {
            ClinicalRecord record = makes.record();
            RecordKind kind = RecordKind.of(record);
            ids.put(record, next(kind));
            made.merge(kind, 1, Integer::sum);
            if (visit != null) {
                visits.put(record, visit);
            }
            return new Act.Make(record, makes.asDeviation(), null);
        }

        private Act ask(Deed.Asks asks) {
            queries.put(asks, new RecordId("query-" + (queries.size() + 1)));
            return new Act.OpenQuery(id(asks.about()), asks.field(), asks.words());
        }

        private RecordId query(Deed.Asks question) {
            return Objects.requireNonNull(queries.get(question), "the query is answered before it is opened");
        }

        private ClinicalRecord placed(Deed.Corrects corrects) {
            RecordId visit = visits.get(corrects.first());
            return visit != null && corrects.after() instanceof AtVisit atVisit ? atVisit.at(visit) : corrects.after();
        }

        private RecordId id(ClinicalRecord first) {
            return Objects.requireNonNull(ids.get(first), "the record is corrected before it is made");
        }

        private RecordId next(RecordKind kind) {
            return new RecordId(kind.token() + "-" + (made.getOrDefault(kind, 0) + 1));
        }
    }
}
