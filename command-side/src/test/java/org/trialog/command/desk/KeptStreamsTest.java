package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.Sender;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.Role;
import org.trialog.events.value.Source;
import org.trialog.events.value.StudyId;

class KeptStreamsTest {

    private static final Sender SENDER = new Sender("maria", Role.DATA_MANAGER, null, Source.API, null, null, null);

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();

    @Test
    void whatIsKeptSurvivesAGarbageCollection() {
        KeptStreams kept = new KeptStreams(100);
        kept.put("batch:s1/B-1", stream(50));
        System.gc();
        assertThat(kept.containsKey("batch:s1/B-1")).isTrue();
    }

    @Test
    void noMoreEventsAreKeptThanTheBound() {
        KeptStreams kept = new KeptStreams(1_000);
        List<String> ids =
                IntStream.range(0, 100).mapToObj(place -> "batch:s1/B-" + place).toList();
        ids.forEach(id -> kept.put(id, stream(90)));
        assertThat(ids.stream().filter(kept::containsKey).count()).isBetween(5L, 11L);
    }

    @Test
    void aStreamThatHasGrownWeighsMore() {
        KeptStreams kept = new KeptStreams(1_000);
        kept.put("batch:s1/B-1", stream(10));
        kept.put("batch:s1/B-1", stream(2_000));
        assertThat(kept.containsKey("batch:s1/B-1")).isFalse();
    }

    @Test
    void aRolledBackOrderDropsItsStream() throws Exception {
        KeptStreams kept = new KeptStreams(100);
        Repository<BatchStream> batches = Streams.repository(store, BatchStream.class, Streams::batch, kept);
        BatchOrder made = new BatchOrder.ManufactureBatch(
                new StudyId("s1"),
                new BatchId("B-1"),
                "cells",
                null,
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2027, 1, 5));
        String id = made.stream().value();

        DefaultUnitOfWork<?> first = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("first"));
        batches.loadOrCreate(id, () -> new BatchStream(id)).invoke(batch -> batch.carryOut(made, LocalDate.of(2026, 1, 6), stamp(made)));
        first.commit();
        assertThat(kept.containsKey(id)).isTrue();

        DefaultUnitOfWork<?> second = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("second"));
        batches.load(id);
        second.rollback();
        assertThat(kept.containsKey(id)).isFalse();
    }

    private AggregateCacheEntry<BatchStream> stream(long events) {
        return new AggregateCacheEntry<>(EventSourcedAggregate.reconstruct(
                new BatchStream("batch:s1/B-1"),
                AnnotatedAggregateMetaModelFactory.inspectAggregate(BatchStream.class),
                events - 1,
                false,
                store,
                NoSnapshotTriggerDefinition.TRIGGER));
    }

    private static Stamp stamp(BatchOrder order) {
        return new Stamp(order, SENDER, "command", Instant.parse("2026-03-01T10:00:00Z"));
    }
}
