package org.trialog.command.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Act;
import org.trialog.command.order.Order;
import org.trialog.command.order.Orders;
import org.trialog.command.order.Sender;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.sequencer.Sequencer;
import org.trialog.command.store.StoreConfiguration;
import org.trialog.command.store.TestDatabase;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

/** A command side as one process has it, on a database that several may share. */
final class TestDesk {

    static final SiteId SITE = new SiteId("lund");
    static final Sender COORDINATOR = new Sender("anna", Role.COORDINATOR, SITE, Source.API, "test", null, null);

    final TestDatabase database;
    final Orders orders;
    final AtomicInteger wakes = new AtomicInteger();

    TestDesk(TestDatabase database) {
        this(database, DeskConfiguration.LONGEST);
    }

    TestDesk(TestDatabase database, Duration longest) {
        this.database = database;
        DataSource source = database.command();
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
        EventStore store = StoreConfiguration.eventStore(source, transactions);
        this.orders = new Desk(source, transactions, store, longest, wakes::incrementAndGet);
    }

    static StudyOrder.PublishProtocol protocol(String study, int version) {
        return protocol(study, version, "");
    }

    /** @param moreArms as JSON, each after a comma */
    static StudyOrder.PublishProtocol protocol(String study, int version, String moreArms) {
        try {
            return new StudyOrder.PublishProtocol(
                    new StudyId(study),
                    FactJson.mapper()
                            .readTree(
                                    """
                        {"study": "%s", "version": %d, "title": "A study", "zone": "Europe/Stockholm", "synthetic": true,
                         "arms": [{"id": "control", "control": true, "retrospective": true}, {"id": "treated"}%s]}
                        """
                                            .formatted(study, version, moreArms)));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** A study with its first protocol and one site. */
    StudyId openStudy(String study) {
        orders.carryOut(protocol(study, 1), COORDINATOR);
        StudyId id = new StudyId(study);
        orders.carryOut(new StudyOrder.OpenSite(id, SITE, "Lund", ZoneId.of("Europe/Stockholm"), "SE"), COORDINATOR);
        return id;
    }

    Acceptance screen(StudyId study, String subject) {
        return give(study, subject, new Screening(ClinicalDate.of("2024-02-01"), SITE));
    }

    Acceptance give(StudyId study, String subject, ClinicalRecord details) {
        return orders.carryOut(SubjectOrder.of(study, new SubjectId(subject), Act.Make.of(details)), COORDINATOR);
    }

    /** Orders to a study or its batches, one after another. */
    void send(Order... all) {
        for (Order order : all) {
            orders.carryOut(order, COORDINATOR);
        }
    }

    /** Screens a subject who consents, enters the study and an arm. */
    void enter(StudyId study, String subject, String arm) {
        ClinicalDate day = ClinicalDate.of("2024-02-01");
        for (ClinicalRecord next : List.of(
                new Screening(day, SITE),
                new Consent(day, ConsentGiver.SUBJECT, null),
                new Enrolment(day),
                new ArmChoice(day, new ArmId(arm), null))) {
            give(study, subject, next);
        }
    }

    static Treatment dose(String date, @Nullable String batch) {
        return new Treatment(
                ClinicalDate.of(date),
                null,
                null,
                new Quantity(BigDecimal.valueOf(3_000_000), "cells"),
                null,
                null,
                null,
                null,
                null,
                null,
                batch == null ? null : new BatchId(batch));
    }

    long events() {
        return database.superuser()
                .sql("select count(*) from store.event")
                .query(Long.class)
                .single();
    }

    List<String> types(String stream) {
        return database.superuser()
                .sql("select type from store.event where stream = ? order by stream_sequence")
                .param(stream)
                .query(String.class)
                .list();
    }

    /** Holds the study as the one who changes it does, until closed. */
    static Connection holding(TestDatabase database, StudyId study) throws SQLException {
        Connection connection = database.command().getConnection();
        connection.setAutoCommit(false);
        new Locks(JdbcClient.create(
                        new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true)))
                .change(study);
        return connection;
    }

    /** Places what is committed. */
    void place() {
        try (Sequencer sequencer = new Sequencer(database.command())) {
            sequencer.start();
            while (database.superuser()
                    .sql("select not store.positioned(store.last_sequence())")
                    .query(Boolean.class)
                    .single()) {
                Thread.onSpinWait();
            }
        }
    }
}
