package org.trialog.command.sdtm;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Sender;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.subject.Decision;
import org.trialog.command.subject.RuleBook;
import org.trialog.command.subject.SubjectDecider;
import org.trialog.command.subject.SubjectState;
import org.trialog.command.subject.Surroundings;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** Rehearses with the same pure decider that decides in earnest, on the state that the subject is in now. */
public final class DecidedRehearsal implements Rehearsal {

    private final BiFunction<StudyId, SubjectId, SubjectState> states;
    private final Clock clock;
    private final RuleBook book;

    /** @param states loads a subject of a registered study; of a subject without history the empty state */
    public DecidedRehearsal(BiFunction<StudyId, SubjectId, SubjectState> states, Clock clock, RuleBook book) {
        this.states = states;
        this.clock = clock;
        this.book = book;
    }

    @Override
    public Acceptance rehearse(SubjectOrder order, Sender sender, Stage stage) {
        SubjectState state = stage.registered()
                ? states.apply(order.study(), order.subject())
                : SubjectState.empty(order.study(), order.subject());
        TreeMap<Integer, Protocol> protocols = new TreeMap<>();
        protocols.put(stage.protocol().version(), stage.protocol());
        Surroundings surroundings = new Surroundings(protocols, stage.sites(), Map.of(), clock.instant());
        return switch (SubjectDecider.decide(state, order, surroundings, book)) {
            case Decision.Refused refused -> throw new OrderRefused(refused.rejection());
            case Decision.Accepted accepted ->
                new Acceptance("rehearsal", state.version(), surroundings.recordedAt(), List.of(), accepted.rows());
        };
    }
}
