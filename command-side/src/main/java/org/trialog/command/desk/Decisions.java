package org.trialog.command.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.keys.FieldKeys;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.Order;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Rejection;
import org.trialog.command.order.Sender;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.subject.Decision;
import org.trialog.command.subject.FirstDosing;
import org.trialog.command.subject.InvolvedSites;
import org.trialog.command.subject.SubjectState;
import org.trialog.command.subject.Surroundings;
import org.trialog.command.subject.Surroundings.FirstDose;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.subject.FieldRedacted;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** What is locked, read, loaded and decided for an order, inside its transaction and unit of work. */
final class Decisions {

    private final JdbcClient database;
    private final Locks locks;
    private final Streams streams;
    private final Guards guards;
    private final ChangedMeanwhile changed;
    private final Settings settings;
    private final FieldKeys keys;

    Decisions(JdbcClient database, Locks locks, Streams streams) {
        this.database = database;
        this.locks = locks;
        this.streams = streams;
        this.guards = new Guards(database);
        this.changed = new ChangedMeanwhile(database);
        this.settings = new Settings(database);
        this.keys = new FieldKeys(database);
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
        GuardWriting writing = new GuardWriting(database, order.study());
        facts.forEach(writing::record);
        return accepted(
                stamp,
                facts.size(),
                version(stream, study -> study.state().version()),
                facts.stream().flatMap(fact -> PartOfStudy.of(fact).stream()).toList(),
                List.of());
    }

    private Acceptance decideBatch(BatchOrder order, Sender sender) throws Exception {
        locks.lookAt(order.study());
        locks.change(order.study(), order.batch());
        Setting setting = setting(order.study(), null);
        String id = order.stream().value();
        Aggregate<BatchStream> stream = load(streams.batches(), id, () -> new BatchStream(id), kept -> kept.state()
                .version());
        Stamp stamp = stamp(order, sender);
        LocalDate today = LocalDate.ofInstant(
                stamp.recordedAt(), setting.protocols().lastEntry().getValue().zone());
        List<BatchEvent> facts = stream.invoke(batch -> batch.carryOut(order, today, stamp));
        GuardWriting writing = new GuardWriting(database, order.study());
        facts.forEach(writing::record);
        return accepted(
                stamp, facts.size(), version(stream, batch -> batch.state().version()), List.of(), List.of());
    }

    private Acceptance decideSubject(SubjectOrder order, Sender sender) throws Exception {
        locks.lookAt(order.study());
        Setting setting = setting(order.study(), order.subject());
        Aggregate<SubjectStream> stream = load(
                streams.subjects(),
                order.stream().value(),
                () -> new SubjectStream(order.study(), order.subject()),
                kept -> kept.state().version());
        long seen = version(stream, subject -> subject.state().version());
        if (seen > 0) {
            requireInvolved(sender, stream.invoke(subject -> InvolvedSites.of(subject.state())));
        }
        changed.check(order, seen);
        SubjectState before = stream.invoke(SubjectStream::state);
        Named named = Named.by(order, before);
        if (setting.staggered() && named.dosing()) {
            locks.stagger(order.study());
        }
        locks.lookAt(order.study(), named.batches());
        Stamp stamp = stamp(order, sender);
        Surroundings surroundings = surroundings(order, sender, setting, named, before, stamp);
        Decision.Accepted decision = stream.invoke(subject -> subject.carryOut(order, surroundings, stamp));
        keep(order, before, decision);
        Optional<FirstDose> dose = FirstDosing.of(stream.invoke(SubjectStream::state));
        if (!dose.equals(FirstDosing.of(before))) {
            guards.firstDose(order.study(), order.subject(), dose);
        }
        return accepted(
                stamp,
                decision.facts().size(),
                version(stream, subject -> subject.state().version()),
                decision.touched(),
                decision.rows());
    }

    /** The keys of what is recorded come to stand with it, or go with what it destroys: all of it commits, or nothing. */
    private void keep(SubjectOrder order, SubjectState before, Decision.Accepted decision) {
        Set<String> made = new TreeSet<>();
        Set<String> destroyed = new TreeSet<>();
        for (Decision.Decided decided : decision.facts()) {
            made.addAll(before.privacy()
                    .news(
                            decided.fact(),
                            decided.reason() == null ? null : decided.reason().words()));
            if (decided.fact() instanceof FieldRedacted redacted) {
                destroyed.addAll(redacted.keys());
            }
        }
        keys.keep(made, order.keys());
        keys.destroy(destroyed);
    }

    /** A coordinator of another site learns no more than that there is no such subject there. */
    private static void requireInvolved(Sender sender, Set<SiteId> involved) {
        if (sender.role() == Role.COORDINATOR && sender.site() != null && !involved.contains(sender.site())) {
            throw new OrderRefused(
                    new Rejection(null, "subject-unknown", "Your site has no such subject.", List.of("subject")));
        }
    }

    private Surroundings surroundings(
            SubjectOrder order, Sender sender, Setting setting, Named named, SubjectState before, Stamp stamp) {
        boolean dosed = named.dosing()
                || !before.standing(Treatment.class).isEmpty()
                || !before.standing(DoseAuthorisation.class).isEmpty();
        Set<SubjectId> subjects = new HashSet<>(named.knownSubjects());
        subjects.addAll(guards.subjects(order.study(), named.newSubjects()));
        return new Surroundings(
                setting.protocols(),
                setting.sites(),
                guards.batches(order.study(), named.batches()),
                setting.holds(),
                setting.cuts(),
                dosed && setting.staggered() ? guards.firstDoses(order.study()) : List.of(),
                subjects,
                sender.role(),
                stamp.recordedAt());
    }

    private Setting setting(StudyId study, @Nullable SubjectId subject) {
        Setting setting = settings.of(study, subject);
        if (setting.protocols().isEmpty()) {
            throw OrderRefused.of(
                    null, "study-unknown", "There is no such study: publish its protocol first.", "study");
        }
        return setting;
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
        return database.sql("""
            select command_id from store.event where stream = :id order by stream_sequence desc limit 1
            """)
                .param("id", stream.value())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
