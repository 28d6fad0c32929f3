package org.trialog.command.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.Act;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.Order;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Sender;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.subject.Surroundings;
import org.trialog.events.Fact;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchReleased;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.clinical.Screening;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.subject.Recorded;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

/** The streams as Axon sees them: history is folded back, what is decided is appended, a refusal appends nothing. */
class StreamsTest {

    private static final StudyId STUDY = new StudyId("s1");
    private static final SubjectId SUBJECT = new SubjectId("SE-1");
    private static final SiteId SITE = new SiteId("lund");
    private static final BatchId BATCH = new BatchId("B-1");
    private static final LocalDate MADE = LocalDate.of(2026, 1, 5);
    private static final LocalDate NOW_THERE = LocalDate.of(2026, 3, 1);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Sender SENDER = new Sender("anna", Role.COORDINATOR, SITE, Source.API, null, null, null);

    private static final Recorded<Screening> SCREENED =
            recorded("screening-1", new Screening(ClinicalDate.of("2026-01-10"), SITE));

    @Test
    void aDecisionIsAppended() {
        MedicalHistory asthma = new MedicalHistory(ClinicalDate.of("2019"), null, "Asthma");

        subject(asthma, SCREENED)
                .expectSuccessfulHandlerExecution()
                .expectEvents(recorded("medical-history-1", asthma));
    }

    @Test
    void rule07_aSubjectIsScreenedOnce() {
        subject(SCREENED.details(), SCREENED)
                .expectException(OrderRefused.class)
                .expectNoEvents();
    }

    @Test
    void rule18_whatWasRecordedIsFoldedBackBeforeTheNextDecision() {
        ClinicalEvent steps = new ClinicalEvent(ClinicalDate.of("2026-02-20"), null, "first-steps", null);

        subject(steps, SCREENED).expectSuccessfulHandlerExecution();
        subject(steps, SCREENED, recorded("death-1", new Death(ClinicalDate.of("2026-02-01"), null)))
                .expectException(OrderRefused.class)
                .expectNoEvents();
    }

    @Test
    void rule12_aBatchIsReleasedAfterItsManufacture() {
        BatchOrder release = new BatchOrder.ReleaseBatch(STUDY, BATCH, MADE.plusDays(20));

        batch(release, new BatchManufactured(BATCH, "BOOST cells", null, MADE, MADE.plusYears(1)))
                .expectEvents(new BatchReleased(BATCH, MADE.plusDays(20)));
    }

    private static ResultValidator<SubjectStream> subject(ClinicalRecord wanted, Fact... given) {
        SubjectOrder order = SubjectOrder.of(STUDY, SUBJECT, Act.Make.of(wanted));
        AggregateTestFixture<SubjectStream> fixture = new AggregateTestFixture<>(SubjectStream.class);
        fixture.registerAggregateFactory(Streams.factory(SubjectStream.class, Streams::subject));
        // It compares states field by field; ours is a persistent tree, whose shape depends on the way it was built.
        fixture.setReportIllegalStateChange(false);
        Surroundings surroundings = new Surroundings(
                new TreeMap<>(Map.of(1, protocol())), Map.of(SITE, ZoneId.of("Europe/Stockholm")), Map.of(), NOW);
        return fixture.given(messages(order, given))
                .whenInvoking(
                        StreamId.of(STUDY, SUBJECT).value(),
                        stream -> stream.carryOut(order, surroundings, stamp(order)));
    }

    private static ResultValidator<BatchStream> batch(BatchOrder order, Fact... given) {
        AggregateTestFixture<BatchStream> fixture = new AggregateTestFixture<>(BatchStream.class);
        fixture.registerAggregateFactory(Streams.factory(BatchStream.class, Streams::batch));
        return fixture.given(messages(order, given))
                .whenInvoking(order.stream().value(), stream -> stream.carryOut(order, NOW_THERE, stamp(order)));
    }

    private static List<?> messages(Order order, Fact... facts) {
        return Arrays.stream(facts)
                .map(fact -> new GenericEventMessage<>(fact, stamp(order).metadata()))
                .toList();
    }

    private static Stamp stamp(Order order) {
        return new Stamp(order, SENDER, "command", NOW);
    }

    private static <D extends ClinicalRecord> Recorded<D> recorded(String id, D details) {
        return new Recorded<>(new RecordId(id), details);
    }

    private static Protocol protocol() {
        try {
            return Protocol.of(
                    FactJson.mapper()
                            .readTree(
                                    """
                {"study": "s1", "version": 1, "title": "S1", "arms": [{"id": "cells"}],
                 "clinicalEvents": ["first-steps"]}
                """));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
