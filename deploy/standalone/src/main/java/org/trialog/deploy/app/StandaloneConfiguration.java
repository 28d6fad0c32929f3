package org.trialog.deploy.app;

import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trialog.command.door.DoorConfiguration;
import org.trialog.command.web.WebConfiguration;
import org.trialog.query.web.QueryConfiguration;

/** Both sides in one process. Databases and schemas are made before the context starts: see {@link Application}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({DoorConfiguration.class, WebConfiguration.class, QueryConfiguration.class, OutcomeComputation.class})
class StandaloneConfiguration {}
