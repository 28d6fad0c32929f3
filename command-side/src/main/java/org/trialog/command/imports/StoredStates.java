package org.trialog.command.imports;

import java.util.Iterator;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.trialog.command.subject.SubjectState;
import org.trialog.events.Provenance;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** The states of subjects as the store holds them, for decisions that record nothing. */
record StoredStates(EventStore store) implements BiFunction<StudyId, SubjectId, SubjectState> {

    @Override
    public SubjectState apply(StudyId study, SubjectId subject) {
        SubjectState state = SubjectState.empty(study, subject);
        Iterator<? extends DomainEventMessage<?>> facts =
                store.readEvents(StreamId.of(study, subject).value());
        while (facts.hasNext()) {
            DomainEventMessage<?> fact = facts.next();
            state = state.evolve((SubjectEvent) fact.getPayload(), Provenance.of(fact.getMetaData()));
        }
        return state;
    }
}
