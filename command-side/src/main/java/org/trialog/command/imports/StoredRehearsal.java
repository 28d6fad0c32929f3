package org.trialog.command.imports;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Sender;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.sdtm.Rehearsal;
import org.trialog.command.subject.Decision;
import org.trialog.command.subject.SubjectDecider;
import org.trialog.command.subject.SubjectState;
import org.trialog.command.subject.Surroundings;
import org.trialog.events.Provenance;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.subject.SubjectEvent;

/** Decides on what the store holds of the subject, and appends nothing. */
record StoredRehearsal(EventStore store) implements Rehearsal {

    @Override
    public Acceptance rehearse(SubjectOrder order, Sender sender, Stage stage) {
        SubjectState state = SubjectState.empty(order.study(), order.subject());
        if (stage.registered()) {
            state = store.readEvents(order.stream().value())
                    .asStream()
                    .reduce(
                            state,
                            (known, event) ->
                                    known.evolve((SubjectEvent) event.getPayload(), Provenance.of(event.getMetaData())),
                            (left, right) -> {
                                throw new IllegalStateException("a stream of events is not folded in parallel");
                            });
        }
        TreeMap<Integer, Protocol> protocols =
                new TreeMap<>(Map.of(stage.protocol().version(), stage.protocol()));
        // A rehearsal's "today" is the day of the rehearsal: nothing of it is kept.
        Surroundings surroundings = new Surroundings(protocols, stage.sites(), Map.of(), Instant.now());
        return switch (SubjectDecider.decide(state, order, surroundings)) {
            case Decision.Refused refused -> throw new OrderRefused(refused.rejection());
            case Decision.Accepted accepted ->
                new Acceptance("", state.version(), surroundings.recordedAt(), accepted.touched(), accepted.rows());
        };
    }
}
