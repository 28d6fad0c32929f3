package org.trialog.command.sdtm;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Idempotency;
import org.trialog.command.order.Order;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Orders;
import org.trialog.command.order.Reason;
import org.trialog.command.order.Sender;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.study.StudyDecider;
import org.trialog.command.study.StudyState;
import org.trialog.command.subject.Decision;
import org.trialog.command.subject.RuleBook;
import org.trialog.command.subject.SubjectDecider;
import org.trialog.command.subject.SubjectState;
import org.trialog.command.subject.Surroundings;
import org.trialog.events.Fact;
import org.trialog.events.Provenance;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.subject.Corrected;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.subject.Recorded;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** Carries orders out by the real deciders and keeps the facts in memory: the history without its database. */
final class DecidingOrders implements Orders, StudyLookup {

    private final RuleBook book;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Provenance> provenances = new ArrayList<>();
    private final Map<SubjectId, SubjectState> subjects = new TreeMap<>();
    private StudyState study = StudyState.empty();
    private int ordersBeforeTheCrash = Integer.MAX_VALUE;

    DecidingOrders(RuleBook book) {
        this.book = book;
    }

    void crashAfter(int orders) {
        ordersBeforeTheCrash = orders;
    }

    @Override
    public synchronized Acceptance carryOut(Order order, Sender sender, Idempotency idempotency) {
        if (ordersBeforeTheCrash-- <= 0) {
            throw new IllegalStateException("the machine is gone");
        }
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        return switch (order) {
            case StudyOrder ofStudy -> {
                for (StudyEvent fact : StudyDecider.decide(study, ofStudy, now)) {
                    study = study.evolve(fact);
                    keep(fact, provenance(order, sender, now, null, null, null));
                }
                yield new Acceptance("c", study.version(), now, List.of(), List.of());
            }
            case SubjectOrder ofSubject -> carryOut(ofSubject, sender, now);
            default -> throw new IllegalArgumentException("no import sends " + order);
        };
    }

    private Acceptance carryOut(SubjectOrder order, Sender sender, Instant now) {
        SubjectState state = state(order.study(), order.subject());
        TreeMap<Integer, Protocol> protocols = new TreeMap<>();
        study.protocols().forEach((version, definition) -> protocols.put(version, Protocol.of(definition)));
        Map<SiteId, ZoneId> sites =
                study.sites().values().stream().collect(Collectors.toMap(site -> site.site(), site -> site.zone()));
        return switch (SubjectDecider.decide(state, order, new Surroundings(protocols, sites, Map.of(), now), book)) {
            case Decision.Refused refused -> throw new OrderRefused(refused.rejection());
            case Decision.Accepted accepted -> {
                for (Decision.Decided decided : accepted.facts()) {
                    Provenance provenance =
                            provenance(order, sender, now, order.subject(), decided.row(), decided.reason());
                    state = state.evolve(decided.fact(), provenance);
                    keep(decided.fact(), provenance);
                }
                subjects.put(order.subject(), state);
                yield new Acceptance("c", state.version(), now, accepted.touched(), accepted.rows());
            }
        };
    }

    private void keep(Fact fact, Provenance provenance) {
        facts.add(fact);
        provenances.add(provenance);
    }

    private static Provenance provenance(
            Order order, Sender sender, Instant now, SubjectId subject, String row, Reason reason) {
        return new Provenance(
                now,
                sender.actor(),
                sender.role(),
                sender.site(),
                sender.source(),
                sender.client(),
                order.study(),
                subject,
                UUID.randomUUID().toString(),
                sender.correlation() == null ? "none" : sender.correlation(),
                null,
                reason == null ? null : reason.code(),
                null,
                row);
    }

    synchronized SubjectState state(StudyId ofStudy, SubjectId subject) {
        return subjects.getOrDefault(subject, SubjectState.empty(ofStudy, subject));
    }

    @Override
    public Optional<Standing> find(StudyId id) {
        return study.registered()
                ? Optional.of(new Standing(
                        Protocol.of(study.protocols().lastEntry().getValue()),
                        study.sites().keySet()))
                : Optional.empty();
    }

    List<Fact> facts() {
        return facts;
    }

    List<Provenance> provenances() {
        return provenances;
    }

    /** What was recorded of one kind, in the order of the history. */
    <D> List<D> recorded(Class<D> type) {
        return facts.stream()
                .filter(fact -> fact instanceof Recorded<?> recorded && type.isInstance(recorded.details()))
                .map(fact -> type.cast(((Recorded<?>) fact).details()))
                .toList();
    }

    List<Corrected<?>> corrections() {
        List<Corrected<?>> corrections = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Corrected<?> corrected) {
                corrections.add(corrected);
            }
        }
        return corrections;
    }

    /** The subjects that a flag of that code is about. */
    List<SubjectId> flagged(String code) {
        List<SubjectId> flagged = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i) instanceof RecordFlagged flag && flag.code().equals(code)) {
                flagged.add(provenances.get(i).subject());
            }
        }
        return flagged;
    }

    List<RecordFlagged> flags(int rule) {
        return facts.stream()
                .filter(fact -> fact instanceof RecordFlagged flag && flag.rule() == rule)
                .map(fact -> (RecordFlagged) fact)
                .toList();
    }
}
