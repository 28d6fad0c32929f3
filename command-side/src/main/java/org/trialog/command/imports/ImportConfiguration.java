package org.trialog.command.imports;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Orders;
import org.trialog.command.sdtm.DecidedRehearsal;
import org.trialog.command.sdtm.SdtmImport;
import org.trialog.command.sdtm.StoredStudies;
import org.trialog.command.store.StoreConfiguration;
import org.trialog.command.subject.RuleBook;

/** Imports, on the store and the desk. */
@Configuration(proxyBeanMethods = false)
public class ImportConfiguration {

    @Bean
    SdtmImport sdtmImport(
            @Qualifier(StoreConfiguration.DATABASE) DataSource database, Orders orders, SubjectKeys keys) {
        StoredStudies studies = new StoredStudies(database);
        return new SdtmImport(
                orders,
                studies,
                keys::sealing,
                new DecidedRehearsal(studies::state, Clock.systemUTC(), RuleBook.STANDARD));
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
