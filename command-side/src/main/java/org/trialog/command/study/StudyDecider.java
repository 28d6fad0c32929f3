package org.trialog.command.study;

import java.util.ArrayList;
import java.util.List;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Rejection;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.order.StudyOrder.OpenSite;
import org.trialog.command.order.StudyOrder.PublishProtocol;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.events.protocol.ProtocolProblem;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.study.StudyRegistered;

/** Decides an order to a study. No facts when everything was there already. */
public final class StudyDecider {
    private StudyDecider() {}

    /** @throws OrderRefused when it cannot be carried out */
    public static List<StudyEvent> decide(StudyState state, StudyOrder order) {
        return switch (order) {
            case PublishProtocol publish -> publish(state, publish);
            case OpenSite open -> open(state, open);
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

    private static List<StudyEvent> open(StudyState state, OpenSite open) {
        if (!state.registered()) {
            throw refused("study-unknown", "There is no such study: publish its protocol first.", "study");
        }
        SiteOpened opened = new SiteOpened(open.site(), open.name(), open.zone(), open.country());
        SiteOpened known = state.sites().get(open.site());
        if (known == null) {
            return List.of(opened);
        }
        if (known.equals(opened)) {
            return List.of();
        }
        throw refused("site-open-already", "That site is open already, and not as described here.", "site");
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
