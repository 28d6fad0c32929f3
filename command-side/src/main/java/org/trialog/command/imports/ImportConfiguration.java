package org.trialog.command.imports;

import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Orders;
import org.trialog.command.sdtm.DecidedRehearsal;
import org.trialog.command.sdtm.SdtmImport;
import org.trialog.command.store.StoreConfiguration;
import org.trialog.command.subject.RuleBook;

/** Imports, on the store and the desk. */
@Configuration(proxyBeanMethods = false)
public class ImportConfiguration {

    @Bean
    SdtmImport sdtmImport(
            @Qualifier(StoreConfiguration.DATABASE) DataSource database,
            EventStore store,
            Orders orders,
            SubjectKeys keys) {
        return new SdtmImport(
                orders,
                new GuardedStudies(JdbcClient.create(database)),
                keys::of,
                new DecidedRehearsal(new StoredStates(store), Clock.systemUTC(), RuleBook.STANDARD));
    }

    @Bean(destroyMethod = "close")
    ImportJobs importJobs(SdtmImport sdtm) {
        return new ImportJobs(sdtm);
    }

    @Bean
    ImportController importController(ImportJobs jobs) {
        return new ImportController(jobs);
    }
}
