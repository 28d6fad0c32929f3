package org.trialog.command.desk;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.subject.Decision;
import org.trialog.command.subject.SubjectDecider;
import org.trialog.command.subject.SubjectState;
import org.trialog.command.subject.Surroundings;
import org.trialog.events.Provenance;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** The facts of one subject: a shell around what the decider needs of them. */
@AggregateRoot(type = "subject")
final class SubjectStream {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private final String id;

    private SubjectState state;

    SubjectStream(StudyId study, SubjectId subject) {
        this.id = StreamId.of(study, subject).value();
        this.state = SubjectState.empty(study, subject);
    }

    SubjectState state() {
        return state;
    }

    Decision.Accepted carryOut(SubjectOrder order, Surroundings surroundings, Stamp stamp) {
        return switch (SubjectDecider.decide(state, order, surroundings)) {
            case Decision.Refused refused -> throw new OrderRefused(refused.rejection());
            case Decision.Accepted accepted -> {
                for (Decision.Decided decided : accepted.facts()) {
                    AggregateLifecycle.apply(decided.fact(), stamp.metadata(decided.row(), decided.reason()));
                }
                yield accepted;
            }
        };
    }

    @EventSourcingHandler
    void on(SubjectEvent fact, MetaData metadata) {
        state = state.evolve(fact, Provenance.of(metadata));
    }
}
