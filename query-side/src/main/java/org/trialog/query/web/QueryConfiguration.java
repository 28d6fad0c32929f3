package org.trialog.query.web;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trialog.query.difference.Diff;
import org.trialog.query.feed.Await;
import org.trialog.query.feed.Feed;
import org.trialog.query.figure.Figures;
import org.trialog.query.history.History;
import org.trialog.query.history.JdbcHistory;
import org.trialog.query.history.Settlement;
import org.trialog.query.history.StoreSettlement;
import org.trialog.query.moment.HistoryLines;
import org.trialog.query.moment.Moments;
import org.trialog.query.personal.PersonalFields;
import org.trialog.query.provenance.Evidence;
import org.trialog.query.receipt.Verification;
import org.trialog.query.record.KnownRows;
import org.trialog.query.record.Records;

/**
 * The query side, for one process with the store in the same database. Whoever imports it provides a {@code DataSource}
 * named {@code queryDataSource} whose schemas are up to date ({@link org.trialog.query.feed.ReadSchema}).
 */
@Configuration(proxyBeanMethods = false)
public class QueryConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** After everything that only computes, before the web server takes requests. */
    private static final int FEED_PHASE = 0;

    @Bean
    History history(@Qualifier("queryDataSource") DataSource source) {
        return new JdbcHistory(source, "store.history");
    }

    @Bean
    Settlement settlement(@Qualifier("queryDataSource") DataSource source) {
        return new StoreSettlement(source);
    }

    @Bean
    Moments moments(History history, Settlement settlement) {
        return new Moments(history, settlement, PATIENCE);
    }

    @Bean
    Records records(@Qualifier("queryDataSource") DataSource source, History history, Moments moments) {
        return new Records(new KnownRows(source), history, moments);
    }

    @Bean
    Feed feed(@Qualifier("queryDataSource") DataSource source, History history) {
        return new Feed(history, source);
    }

    @Bean
    SmartLifecycle feedLifecycle(Feed feed) {
        return new FeedLifecycle(feed, FEED_PHASE);
    }

    @Bean
    HealthIndicator feedHealthIndicator(Feed feed) {
        return new FeedHealth(feed);
    }

    @Bean
    Await await(History history, Feed feed) {
        return new Await(history, feed, PATIENCE);
    }

    @Bean
    HistoryLines historyLines(History history, Moments moments) {
        return new HistoryLines(history, moments);
    }

    @Bean
    Figures figures(Records records, @Value("${trialog.build:development}") String build) {
        return new Figures(records, build);
    }

    @Bean
    PersonalFields personalFields(@Qualifier("queryDataSource") DataSource source, Records records) {
        return new PersonalFields(source, records);
    }

    @Bean
    Reading reading(Records records, Await await, PersonalFields personal) {
        return new Reading(records, await, personal);
    }

    @Bean
    StudyQueries studyQueries(Reading reading) {
        return new StudyQueries(reading);
    }

    @Bean
    SubjectQueries subjectQueries(Reading reading) {
        return new SubjectQueries(reading);
    }

    @Bean
    DeviationQueries deviationQueries(Reading reading) {
        return new DeviationQueries(reading);
    }

    @Bean
    WorkQueries workQueries(Reading reading, @Qualifier("queryClock") Clock clock) {
        return new WorkQueries(reading, new Today(clock));
    }

    @Bean
    OverviewQueries overviewQueries(Reading reading) {
        return new OverviewQueries(reading);
    }

    @Bean
    Clock queryClock() {
        return Clock.systemUTC();
    }

    @Bean
    QuestionQueries questionQueries(Reading reading) {
        return new QuestionQueries(reading);
    }

    @Bean
    ConductQueries conductQueries(Reading reading) {
        return new ConductQueries(reading);
    }

    @Bean
    HistoryQueries historyQueries(Reading reading, HistoryLines lines) {
        return new HistoryQueries(reading, lines);
    }

    @Bean
    OutcomeQueries outcomeQueries(Reading reading, Figures figures, History history) {
        return new OutcomeQueries(reading, figures, new Evidence(history));
    }

    @Bean
    DiffQueries diffQueries(Reading reading, Records records, History history, Figures figures) {
        return new DiffQueries(reading, new Diff(records, history, figures));
    }

    @Bean
    ReceiptQueries receiptQueries(Reading reading, Figures figures) {
        return new ReceiptQueries(reading, new Verification(figures));
    }

    @Bean
    QueryProblems queryProblems() {
        return new QueryProblems();
    }
}
