package org.trialog.command.web;

import java.time.Clock;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.trialog.command.door.Accounts;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Orders;
import org.trialog.command.web.document.OrdersDocument;

/** Orders over HTTP. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {

    @Bean
    Desk webDesk(Orders orders, SubjectKeys keys) {
        return new Desk(orders, keys, Clock.systemUTC());
    }

    @Bean
    StudyController studyController(Desk desk) {
        return new StudyController(desk);
    }

    @Bean
    BatchController batchController(Desk desk) {
        return new BatchController(desk);
    }

    @Bean
    ConductController conductController(Desk desk, Accounts accounts) {
        return new ConductController(desk, accounts);
    }

    @Bean
    SubjectController subjectController(Desk desk) {
        return new SubjectController(desk);
    }

    @Bean
    QueryController queryController(Desk desk) {
        return new QueryController(desk);
    }

    @Bean
    PersonalDataController personalDataController(Desk desk) {
        return new PersonalDataController(desk);
    }

    @Bean
    QueriesInBulk queriesInBulk(Desk desk) {
        return new QueriesInBulk(desk);
    }

    @Bean
    Problems commandProblems() {
        return new Problems();
    }

    @Bean
    Leftovers leftovers() {
        return new Leftovers();
    }

    @Bean
    OrdersDocument ordersDocument() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Sent.class);
        return new OrdersDocument(RecordBody.CARRIED);
    }

    /** Who opens the address itself is led to what there is to read; controllers are given what was sent. */
    @Bean
    WebMvcConfigurer frontDoor() {
        return new WebMvcConfigurer() {
            @Override
            public void addViewControllers(ViewControllerRegistry views) {
                views.addRedirectViewController("/", "/api/docs");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new SentReader());
            }
        };
    }

    /** Before everything that could read a body, behind the access log alone. */
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        FilterRegistrationBean<BodyLimit> limit = new FilterRegistrationBean<>(new BodyLimit());
        limit.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return limit;
    }
}
