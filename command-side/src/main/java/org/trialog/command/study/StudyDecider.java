package org.trialog.command.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Rejection;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.order.StudyOrder.ActivateProtocol;
import org.trialog.command.order.StudyOrder.ChangeStudyStatus;
import org.trialog.command.order.StudyOrder.CloseSite;
import org.trialog.command.order.StudyOrder.GiveGrant;
import org.trialog.command.order.StudyOrder.HoldDosing;
import org.trialog.command.order.StudyOrder.LockDataCut;
import org.trialog.command.order.StudyOrder.OpenSite;
import org.trialog.command.order.StudyOrder.PublishProtocol;
import org.trialog.command.order.StudyOrder.RegisterAggregate;
import org.trialog.command.order.StudyOrder.RegisterAggregates;
import org.trialog.command.order.StudyOrder.ResumeDosing;
import org.trialog.command.order.StudyOrder.RevokeGrant;
import org.trialog.command.order.StudyOrder.UnlockDataCut;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.events.protocol.ProtocolProblem;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.study.StudyRegistered;

/** Decides an order to a study. No facts when everything was there already. */
public final class StudyDecider {
    private StudyDecider() {}

    /**
     * @param recordedAt the instant of the order; "today" is judged from it
     * @throws OrderRefused when it cannot be carried out
     */
    public static List<StudyEvent> decide(StudyState state, StudyOrder order, Instant recordedAt) {
        if (order instanceof PublishProtocol publish) {
            return publish(state, publish);
        }
        state.requireRegistered(order.study());
        LocalDate today = LocalDate.ofInstant(recordedAt, state.protocol().zone());
        return switch (order) {
            case PublishProtocol publish -> publish(state, publish);
            case ChangeStudyStatus change -> StatusChange.decide(state, change, today);
            case OpenSite open -> Sites.open(state, open);
            case CloseSite close -> Sites.close(state, close, today);
            case ActivateProtocol activate -> Sites.activate(state, activate, today);
            case LockDataCut lock -> DataCuts.lock(state, lock, today);
            case UnlockDataCut unlock -> DataCuts.unlock(state, unlock);
            case HoldDosing hold -> DosingHolds.hold(state, hold);
            case ResumeDosing resume -> DosingHolds.resume(state, resume);
            case RegisterAggregate register -> Aggregates.register(state, register);
            case RegisterAggregates register -> Aggregates.register(state, register);
            case GiveGrant give -> Grants.give(state, give);
            case RevokeGrant revoke -> Grants.revoke(state, revoke);
        };
    }

    private static List<StudyEvent> publish(StudyState state, PublishProtocol publish) {
        ProtocolFile file = read(publish);
        Protocol protocol = file.protocol();
        if (!protocol.study().equals(publish.study())) {
            throw refused(
                    "protocol-of-another-study",
                    "The protocol is of study %s, not of %s.".formatted(protocol.study(), publish.study()),
                    "study");
        }
        if (state.protocol(protocol.version()).isPresent()) {
            if (SameDefinition.same(state.protocols().get(protocol.version()), file.definition())) {
                return List.of();
            }
            throw refused(
                    "protocol-version-in-use",
                    "Version %d is published and never changes: give the amendment version %d."
                            .formatted(protocol.version(), state.nextVersion()),
                    "version");
        }
        if (protocol.version() != state.nextVersion()) {
            throw refused(
                    "protocol-version-out-of-order",
                    "The next version is %d, not %d.".formatted(state.nextVersion(), protocol.version()),
                    "version");
        }
        OutcomeVersions.requireKept(state, protocol);
        List<StudyEvent> facts = new ArrayList<>();
        if (!state.registered()) {
            facts.add(new StudyRegistered(
                    protocol.study(),
                    protocol.title(),
                    protocol.registry(),
                    protocol.condition(),
                    protocol.synthetic()));
        }
        facts.add(new ProtocolPublished(protocol.version(), file.definition()));
        return facts;
    }

    private static ProtocolFile read(PublishProtocol publish) {
        try {
            return ProtocolFile.of(publish.definition());
        } catch (ProtocolProblem problem) {
            throw new OrderRefused(new Rejection(
                    null,
                    ProtocolProblem.CODE,
                    "The protocol cannot be taken: " + problem.getMessage(),
                    problem.findings().stream()
                            .map(ProtocolProblem.Finding::path)
                            .toList()));
        }
    }

    private static OrderRefused refused(String code, String sentence, String field) {
        return new OrderRefused(new Rejection(null, code, sentence, List.of(field)));
    }
}
