package org.trialog.command.desk;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Orders;
import org.trialog.command.sequencer.Sequencer;
import org.trialog.command.store.StoreConfiguration;

/** Orders and subjects' keys, on the store of {@link StoreConfiguration}. */
@Configuration(proxyBeanMethods = false)
public class DeskConfiguration {

    /**
     * How long an order may take before the server ends it. Far below what a person waits for, far above what one takes:
     * the whole history waits for the slowest writer.
     */
    static final Duration LONGEST = Duration.ofSeconds(30);

    @Bean
    static Orders orders(
            @Qualifier(StoreConfiguration.DATABASE) DataSource database,
            @Qualifier(StoreConfiguration.TRANSACTIONS) PlatformTransactionManager transactions,
            EventStore store,
            Sequencer sequencer) {
        return new Desk(database, transactions, store, LONGEST, sequencer::wake);
    }

    @Bean
    static SubjectKeys subjectKeys(@Qualifier(StoreConfiguration.DATABASE) DataSource database) {
        return new SubjectKeys(database);
    }
}
