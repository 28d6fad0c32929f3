package org.trialog.deploy.app;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.trialog.command.door.LocalKey;
import org.trialog.command.store.StoreConfiguration;

/** The Spring application of one process: its settings stand here, not in files that could differ between machines. */
final class SpringProcess {

    private static final String QUERY_DATABASE = "queryDataSource";

    private SpringProcess() {}

    static ConfigurableApplicationContext start(Databases databases, LocalKey localKey, int port) {
        SpringApplication application = new SpringApplication(StandaloneConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.ofEntries(
                Map.entry("server.port", port),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("server.shutdown", "graceful"),
                // A client that is still sending hears why its request was too large only if the rest is let in.
                Map.entry("server.tomcat.max-swallow-size", "256MB"),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("springdoc.api-docs.path", "/api/openapi.json"),
                Map.entry("springdoc.swagger-ui.path", "/api/docs"),
                Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
                // An observation of every filter of every request costs a tenth of it and tells nobody anything.
                Map.entry("management.observations.enable.spring.security", false),
                Map.entry("trialog.build", build())));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(StoreConfiguration.DATABASE, DataSource.class, databases::command);
            beans.registerBean(QUERY_DATABASE, DataSource.class, databases::query);
            beans.registerBean(LocalKey.class, () -> localKey);
        });
        return application.run();
    }

    /** The version in the jar's manifest; figures say by which build they were computed. */
    private static String build() {
        String version = SpringProcess.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The port on which it listens. */
    static int port(ConfigurableApplicationContext context) {
        WebServer server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("the context has started no web server");
        }
        return server.getPort();
    }
}
