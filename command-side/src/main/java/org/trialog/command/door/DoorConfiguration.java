package org.trialog.command.door;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trialog.command.access.AccessLog;
import org.trialog.command.order.Orders;
import org.trialog.command.store.StoreConfiguration;

/**
 * The door: who may do what over HTTP, in one place. Roles are decided here, sites where the subject is known.
 *
 * <p>Cross-site requests: the cookie is {@code SameSite=Strict}, and {@link ForeignPages} refuses what another origin of
 * the same site sends with it.
 */
@Configuration(proxyBeanMethods = false)
public class DoorConfiguration {

    private static final String[] SUBJECT_RECORDS = {"/api/studies/*/subjects", "/api/studies/*/subjects/**"};
    /** Where several roles write, each its own: rule 37 says who what. */
    private static final String[] SHARED_RECORDS = {
        "/api/studies/*/queries",
        "/api/studies/*/queries/*",
        "/api/studies/*/subjects/*/queries",
        "/api/studies/*/subjects/*/queries/**",
        "/api/studies/*/subjects/*/adverse-events/*/follow-ups",
        "/api/studies/*/subjects/*/adverse-event-follow-ups/**",
        "/api/studies/*/subjects/*/adverse-events/*/reports",
        "/api/studies/*/subjects/*/safety-reports/**",
        "/api/studies/*/subjects/*/reviews",
        "/api/studies/*/subjects/*/reviews/**",
        "/api/studies/*/subjects/*/redactions",
        "/api/studies/*/subjects/*/erasure",
        "/api/studies/*/subjects/*/restriction",
        "/api/studies/*/subjects/*/restriction/lifting",
    };

    /** Nothing of a study is said there. */
    private static final String[] EVERYBODYS = {
        "/",
        "/actuator/health",
        "/actuator/health/**",
        "/actuator/prometheus",
        "/api/openapi.json",
        "/api/openapi.json/**",
        "/api/docs",
        "/api/swagger-ui/**",
    };

    /** What is asked with a body, and records nothing. */
    private static final String[] QUESTIONS = {
        "/api/studies/*/outcomes",
        "/api/studies/*/outcomes/plot",
        "/api/studies/*/outcomes/*/comparison",
        "/api/receipts/verification",
    };

    /** What pages of ours may do in a browser: nothing of another origin, and in nobody's frame. */
    private static final String PAGES = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    Accounts accounts(@Qualifier(StoreConfiguration.DATABASE) DataSource database) {
        return new Accounts(
                JdbcClient.create(database),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                new BCryptPasswordEncoder());
    }

    @Bean
    Tokens tokens(@Qualifier(StoreConfiguration.DATABASE) DataSource database, Accounts accounts) {
        return new Tokens(JdbcClient.create(database), accounts);
    }

    @Bean
    SessionController sessionController(Accounts accounts, Tokens tokens) {
        return new SessionController(accounts, tokens, new LoginLimit(Clock.systemUTC()));
    }

    @Bean
    SiteGrants siteGrants(@Qualifier(StoreConfiguration.DATABASE) DataSource database, Orders orders) {
        return new SiteGrants(JdbcClient.create(database), orders);
    }

    @Bean
    AccountChanges accountChanges(
            Accounts accounts,
            SiteGrants grants,
            AccessLog log,
            @Qualifier(StoreConfiguration.TRANSACTIONS) PlatformTransactionManager transactions) {
        return new AccountChanges(accounts, grants, log, new TransactionTemplate(transactions));
    }

    @Bean
    AccountController accountController(Accounts accounts, AccountChanges changes) {
        return new AccountController(accounts, changes);
    }

    @Bean
    SecurityFilterChain door(HttpSecurity http, Tokens tokens, LocalKey localKey) throws Exception {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGES)))
                .addFilterBefore(new ForeignPages(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new DoorFilter(tokens, localKey), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(DoorProblems::whoAreYou)
                        .accessDeniedHandler(DoorProblems::notYourRole))
                // What the container says about a request that was refused already: judged before, not again.
                .authorizeHttpRequests(may -> may.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(EVERYBODYS)
                        .permitAll()
                        .requestMatchers(POST, "/api/session")
                        .permitAll()
                        .requestMatchers("/api/session")
                        .authenticated()
                        .requestMatchers("/api/accounts", "/api/accounts/**", "/api/imports", "/api/imports/**")
                        .hasRole("data-manager")
                        .requestMatchers("/api/access-log")
                        .hasAnyRole("auditor", "data-manager")
                        .requestMatchers(POST, SHARED_RECORDS)
                        .authenticated()
                        .requestMatchers(POST, SUBJECT_RECORDS)
                        .hasRole("coordinator")
                        .requestMatchers(POST, QUESTIONS)
                        .hasAnyRole("investigator", "auditor", "data-manager")
                        .requestMatchers(POST, "/api/**")
                        .hasRole("data-manager")
                        .requestMatchers(GET, "/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
