package org.trialog.deploy.app;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.access.AccessConfiguration;
import org.trialog.command.desk.DeskConfiguration;
import org.trialog.command.door.AccountChanges;
import org.trialog.command.door.Accounts;
import org.trialog.command.door.DoorConfiguration;
import org.trialog.command.door.SiteGrants;
import org.trialog.command.imports.ImportConfiguration;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Orders;
import org.trialog.command.store.StoreConfiguration;
import org.trialog.command.web.WebConfiguration;
import org.trialog.deploy.demo.DemoLoader;
import org.trialog.deploy.demo.DemoLogins;
import org.trialog.query.web.QueryConfiguration;

/** Both sides in one process. The databases and their schemas are made before: see {@link Application}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
        })
@Import({
    StoreConfiguration.class,
    AccessConfiguration.class,
    DeskConfiguration.class,
    DoorConfiguration.class,
    WebConfiguration.class,
    ImportConfiguration.class,
    QueryConfiguration.class,
})
class StandaloneConfiguration {

    /** After the orders have described themselves. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ApiDocument apiDocument() {
        return new ApiDocument();
    }

    @Bean
    DemoLoader demoLoader(
            Orders orders,
            SubjectKeys keys,
            Accounts accounts,
            AccountChanges changes,
            SiteGrants grants,
            @Qualifier(StoreConfiguration.DATABASE) DataSource database) {
        return new DemoLoader(orders, keys, JdbcClient.create(database), new DemoLogins(accounts, changes, grants));
    }
}
