package org.trialog.deploy.app;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
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
