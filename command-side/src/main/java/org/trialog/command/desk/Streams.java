package org.trialog.command.desk;

import java.util.function.Function;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.trialog.events.Provenance;
import org.trialog.events.value.SubjectId;

/**
 * Axon's repositories of our streams. What was loaded is kept within {@link KeptStreams}; a rolled-back order evicts its
 * stream, and the desk compares the version of what was kept with the store's before it decides.
 */
record Streams(Repository<StudyStream> studies, Repository<BatchStream> batches, Repository<SubjectStream> subjects) {

    static Streams of(EventStore store) {
        return new Streams(
                repository(store, StudyStream.class, Streams::study, KeptStreams.ofThisHeap()),
                repository(store, BatchStream.class, Streams::batch, KeptStreams.ofThisHeap()),
                repository(store, SubjectStream.class, Streams::subject, KeptStreams.ofThisHeap()));
    }

    static StudyStream study(DomainEventMessage<?> first) {
        return new StudyStream(first.getAggregateIdentifier());
    }

    static BatchStream batch(DomainEventMessage<?> first) {
        return new BatchStream(first.getAggregateIdentifier());
    }

    static SubjectStream subject(DomainEventMessage<?> first) {
        Provenance provenance = Provenance.of(first.getMetaData());
        SubjectId subject = provenance.subject();
        if (subject == null) {
            throw new IllegalStateException(
                    "the first event of " + first.getAggregateIdentifier() + " does not name its subject");
        }
        return new SubjectStream(provenance.study(), subject);
    }

    static <T> Repository<T> repository(
            EventStore store, Class<T> type, Function<DomainEventMessage<?>, T> create, Cache kept) {
        return EventSourcingRepository.builder(type)
                .aggregateFactory(factory(type, create))
                .eventStore(store)
                .cache(kept)
                .build();
    }

    static <T> AggregateFactory<T> factory(Class<T> type, Function<DomainEventMessage<?>, T> create) {
        return new AggregateFactory<>() {
            @Override
            public T createAggregateRoot(String id, DomainEventMessage<?> first) {
                return create.apply(first);
            }

            @Override
            public Class<T> getAggregateType() {
                return type;
            }
        };
    }
}
