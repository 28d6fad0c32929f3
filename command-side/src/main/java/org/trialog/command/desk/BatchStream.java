package org.trialog.command.desk;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.trialog.command.batch.BatchDecider;
import org.trialog.command.batch.BatchState;
import org.trialog.command.order.BatchOrder;
import org.trialog.events.batch.BatchEvent;

/** The facts of one batch: a shell around what the decider needs of them. */
@AggregateRoot(type = "batch")
final class BatchStream {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private final String id;

    private BatchState state = BatchState.empty();

    BatchStream(String id) {
        this.id = id;
    }

    BatchState state() {
        return state;
    }

    List<BatchEvent> carryOut(BatchOrder order, LocalDate today, Stamp stamp) {
        List<BatchEvent> facts = BatchDecider.decide(state, order, today);
        facts.forEach(fact -> AggregateLifecycle.apply(fact, stamp.metadata()));
        return facts;
    }

    @EventSourcingHandler
    void on(BatchEvent fact) {
        state = state.evolve(fact);
    }
}
