package org.trialog.command.store;

import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.trialog.command.sequencer.Sequencer;

/**
 * The store of the command side. Needs a {@link DataSource} named {@value #DATABASE} that connects as
 * {@code trialog_command}, on a migrated database ({@link StoreMigrations}).
 */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    /** The name of the data source of the command side, and the qualifier of what works on it. */
    public static final String DATABASE = "commandDatabase";

    /** The name of the transaction manager of the command side. */
    public static final String TRANSACTIONS = "commandTransactions";

    @Bean(TRANSACTIONS)
    static PlatformTransactionManager transactions(@Qualifier(DATABASE) DataSource database) {
        return new DataSourceTransactionManager(database);
    }

    /** Nobody streams from it: whoever reads the history reads positions. */
    @Bean(destroyMethod = "shutDown")
    public static EventStore eventStore(
            @Qualifier(DATABASE) DataSource database,
            @Qualifier(TRANSACTIONS) PlatformTransactionManager transactions) {
        return EmbeddedEventStore.builder()
                .storageEngine(HistoryEngine.on(database, new SpringTransactionManager(transactions)))
                .optimizeEventConsumption(false)
                .build();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    static Sequencer sequencer(@Qualifier(DATABASE) DataSource database) {
        return new Sequencer(database);
    }
}
