package org.trialog.command.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Act;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.Order;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Rejection;
import org.trialog.command.order.Sender;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.subject.Decision;
import org.trialog.command.subject.InvolvedSites;
import org.trialog.command.subject.Surroundings;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;

/** What is locked, read, loaded and decided for an order, inside its transaction and unit of work. */
final class Decisions {

    private final JdbcClient database;
    private final Locks locks;
    private final Streams streams;
    private final Guards guards;
    private final ChangedMeanwhile changed;

    Decisions(JdbcClient database, Locks locks, Streams streams) {
        this.database = database;
        this.locks = locks;
        this.streams = streams;
        this.guards = new Guards(database);
        this.changed = new ChangedMeanwhile(database);
    }

    Acceptance decide(Order order, Sender sender) throws Exception {
        return switch (order) {
            case StudyOrder study -> decideStudy(study, sender);
            case BatchOrder batch -> decideBatch(batch, sender);
            case SubjectOrder subject -> decideSubject(subject, sender);
        };
    }

    private Acceptance decideStudy(StudyOrder order, Sender sender) throws Exception {
        locks.change(order.study());
        String id = order.stream().value();
        Aggregate<StudyStream> stream = load(streams.studies(), id, () -> new StudyStream(id), kept -> kept.state()
                .version());
        Stamp stamp = stamp(order, sender);
        List<StudyEvent> facts = stream.invoke(study -> study.carryOut(order, stamp));
        facts.forEach(fact -> guards.record(order.study(), fact));
        return accepted(
                stamp, facts.size(), version(stream, study -> study.state().version()), List.of(), List.of());
    }

    private Acceptance decideBatch(BatchOrder order, Sender sender) throws Exception {
        locks.lookAt(order.study());
        locks.change(order.study(), order.batch());
        protocols(order.study());
        String id = order.stream().value();
        Aggregate<BatchStream> stream = load(streams.batches(), id, () -> new BatchStream(id), kept -> kept.state()
                .version());
        Stamp stamp = stamp(order, sender);
        List<BatchEvent> facts = stream.invoke(batch -> batch.carryOut(order, stamp));
        facts.forEach(fact -> guards.record(order.study(), fact));
        return accepted(
                stamp, facts.size(), version(stream, batch -> batch.state().version()), List.of(), List.of());
    }

    private Acceptance decideSubject(SubjectOrder order, Sender sender) throws Exception {
        locks.lookAt(order.study());
        SortedMap<Integer, Protocol> protocols = protocols(order.study());
        Aggregate<SubjectStream> stream = load(
                streams.subjects(),
                order.stream().value(),
                () -> new SubjectStream(order.study(), order.subject()),
                kept -> kept.state().version());
        long seen = version(stream, subject -> subject.state().version());
        changed.check(order, seen);
        if (seen > 0) {
            requireInvolved(sender, stream.invoke(subject -> InvolvedSites.of(subject.state())));
        }
        Set<BatchId> batches = stream.invoke(subject -> batches(order, subject));
        locks.lookAt(order.study(), batches);
        Stamp stamp = stamp(order, sender);
        Surroundings surroundings = new Surroundings(
                protocols,
                guards.sites(order.study()),
                guards.batches(order.study(), batches),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                sender.role(),
                stamp.recordedAt());
        Decision.Accepted decision = stream.invoke(subject -> subject.carryOut(order, surroundings, stamp));
        return accepted(
                stamp,
                decision.facts().size(),
                version(stream, subject -> subject.state().version()),
                decision.touched(),
                decision.rows());
    }

    /** A coordinator of another site learns no more than that there is no such subject there. */
    private static void requireInvolved(Sender sender, Set<SiteId> involved) {
        if (sender.role() == Role.COORDINATOR && sender.site() != null && !involved.contains(sender.site())) {
            throw new OrderRefused(
                    new Rejection(null, "subject-unknown", "Your site has no such subject.", List.of("subject")));
        }
    }

    /** Those that the order names, and those of doses on record: a correction may have them judged anew. */
    private static Set<BatchId> batches(SubjectOrder order, SubjectStream subject) {
        Set<BatchId> named = new TreeSet<>();
        subject.state().standing(Treatment.class).forEach(held -> add(named, held.details()));
        for (Act act : order.acts()) {
            switch (act) {
                case Act.Make make -> add(named, make.details());
                case Act.Correct correct -> add(named, correct.after());
                case Act.Retract retract -> {}
                case Act.OpenQuery open -> {}
                case Act.AnswerQuery answer -> {}
                case Act.CloseQuery close -> {}
            }
        }
        return named;
    }

    private static void add(Set<BatchId> named, ClinicalRecord details) {
        if (details instanceof Treatment treatment && treatment.batch() != null) {
            named.add(treatment.batch());
        }
    }

    private SortedMap<Integer, Protocol> protocols(StudyId study) {
        SortedMap<Integer, Protocol> protocols = guards.protocols(study);
        if (protocols.isEmpty()) {
            throw new OrderRefused(new Rejection(
                    null, "study-unknown", "There is no such study: publish its protocol first.", List.of("study")));
        }
        return protocols;
    }

    /**
     * The stream as it stands in the store. From here on no other order of this process works on it. What was kept of it
     * may lack what another process has appended: then it is dropped, and the order begins anew.
     */
    private <T> Aggregate<T> load(Repository<T> repository, String id, Callable<T> create, ToLongFunction<T> version)
            throws Exception {
        Aggregate<T> stream = repository.loadOrCreate(id, create);
        long stored = database.sql("select coalesce(max(stream_sequence) + 1, 0) from store.event where stream = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        if (version(stream, version) != stored) {
            throw new ConcurrencyException("another process has written to " + id, null);
        }
        return stream;
    }

    private static <T> long version(Aggregate<T> stream, ToLongFunction<T> version) {
        Function<T, Long> boxed = version::applyAsLong;
        return stream.invoke(boxed);
    }

    private Stamp stamp(Order order, Sender sender) {
        Instant recordedAt = sender.simulatedTime();
        if (recordedAt == null) {
            recordedAt = database.sql("select clock_timestamp()")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
        }
        return new Stamp(order, sender, UUID.randomUUID().toString(), recordedAt.truncatedTo(ChronoUnit.MICROS));
    }

    private Acceptance accepted(
            Stamp stamp, int facts, long version, List<Acceptance.Touched> touched, List<Acceptance.RowVerdict> rows) {
        String command = facts > 0 ? stamp.command() : lastCommand(stamp.order().stream());
        return new Acceptance(command, version, stamp.recordedAt(), touched, rows);
    }

    private String lastCommand(StreamId stream) {
        return database.sql(
                        """
            select command_id from store.event where stream = :id order by stream_sequence desc limit 1
            """)
                .param("id", stream.value())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
