package org.trialog.command.desk;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.study.StudyDecider;
import org.trialog.command.study.StudyState;
import org.trialog.events.study.StudyEvent;

/** The facts of one study: a shell around what the decider needs of them. */
@AggregateRoot(type = "study")
final class StudyStream {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private final String id;

    private StudyState state = StudyState.empty();

    StudyStream(String id) {
        this.id = id;
    }

    StudyState state() {
        return state;
    }

    List<StudyEvent> carryOut(StudyOrder order, Stamp stamp) {
        List<StudyEvent> facts = StudyDecider.decide(state, order, stamp.recordedAt());
        facts.forEach(fact -> AggregateLifecycle.apply(fact, stamp.metadata()));
        return facts;
    }

    @EventSourcingHandler
    void on(StudyEvent fact) {
        state = state.evolve(fact);
    }
}
