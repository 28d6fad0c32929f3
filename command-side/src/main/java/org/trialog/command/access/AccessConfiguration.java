package org.trialog.command.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.trialog.command.store.StoreConfiguration;

/** The access log: its writing, in front of every other filter, and its reading. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    AccessLog accessLog(@Qualifier(StoreConfiguration.DATABASE) DataSource database) {
        return new AccessLog(database, Clock.systemUTC());
    }

    @Bean
    FilterRegistrationBean<AccessFilter> accessFilter(AccessLog log) {
        FilterRegistrationBean<AccessFilter> filter = new FilterRegistrationBean<>(new AccessFilter(log));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    AccessController accessController(AccessLog log, @Qualifier(StoreConfiguration.DATABASE) DataSource database) {
        return new AccessController(log, new AccessTable(database));
    }
}
