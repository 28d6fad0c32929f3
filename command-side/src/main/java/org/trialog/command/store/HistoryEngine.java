package org.trialog.command.store;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;

/** Axon's JDBC engine on {@code store.event}: our names, text instead of bytes, no snapshots. */
final class HistoryEngine extends JdbcEventStorageEngine {

    /** How many events of a stream are read at once: more than a subject usually has. */
    private static final int BATCH = 1_000;

    private HistoryEngine(Builder builder) {
        super(builder);
    }

    static HistoryEngine on(DataSource database, TransactionManager transactions) {
        FactSerializer serializer = new FactSerializer();
        Builder builder = builder();
        builder.batchSize(BATCH);
        return new HistoryEngine(builder.connectionProvider(
                        new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database)))
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .persistenceExceptionResolver(Races::isDuplicate)
                .dataType(String.class)
                .schema(names()));
    }

    private static EventSchema names() {
        return new EventSchema.Builder()
                .eventTable("store.event")
                .globalIndexColumn("store_sequence")
                .eventIdentifierColumn("event_id")
                .aggregateIdentifierColumn("stream")
                .sequenceNumberColumn("stream_sequence")
                .typeColumn("stream_type")
                .payloadTypeColumn("type")
                .payloadRevisionColumn("revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .timestampColumn("appended_at")
                .build();
    }

    /** There are none: asking the database for them would break the transaction on a table that does not exist. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return Stream.empty();
    }
}
