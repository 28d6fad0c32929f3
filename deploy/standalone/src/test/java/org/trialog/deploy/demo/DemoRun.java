package org.trialog.deploy.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.trialog.command.batch.BatchDecider;
import org.trialog.command.batch.BatchState;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.study.StudyDecider;
import org.trialog.command.study.StudyState;
import org.trialog.command.subject.Decision;
import org.trialog.command.subject.SubjectDecider;
import org.trialog.command.subject.SubjectState;
import org.trialog.command.subject.Surroundings;
import org.trialog.deploy.demo.story.TimedOrder;
import org.trialog.events.Provenance;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.study.ProtocolActivatedAtSite;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.outcome.Outcomes;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.record.SubjectRecord;

/** Sends orders through the pure deciders, without a store: what they would record, refuse, and make of the outcomes. */
public final class DemoRun {

    public final Map<SubjectId, SubjectState> subjects = new TreeMap<>();
    public final List<String> refusals = new ArrayList<>();
    public final List<RecordFlagged> flags = new ArrayList<>();
    public final List<SubjectEvent> facts = new ArrayList<>();
    private final Map<SubjectId, SubjectRecord> records = new TreeMap<>();
    private final TreeMap<Integer, Protocol> protocols = new TreeMap<>();
    private final Map<SiteId, TreeMap<LocalDate, Integer>> activations = new HashMap<>();
    private StudyState study = StudyState.empty();
    private final Map<BatchId, BatchState> batches = new HashMap<>();

    public static DemoRun of(List<TimedOrder> orders) {
        DemoRun run = new DemoRun();
        for (TimedOrder timed : orders) {
            try {
                switch (timed.order()) {
                    case StudyOrder order -> run.send(order, timed.at());
                    case BatchOrder order -> run.send(order, timed.at());
                    case SubjectOrder order -> run.send(order, timed);
                }
            } catch (OrderRefused refused) {
                run.refusals.add(timed.at() + " " + timed.order().stream() + " " + refused.rejection());
            }
        }
        return run;
    }

    /** By the definition of the latest protocol. */
    public Figure figure(String outcome, LocalDate cutoff) {
        Protocol protocol = protocols.lastEntry().getValue();
        return Outcomes.compute(
                protocol, protocol.outcome(outcome).orElseThrow(), List.copyOf(records.values()), cutoff, null);
    }

    private void send(StudyOrder order, Instant at) {
        for (StudyEvent fact : StudyDecider.decide(study, order, at)) {
            study = study.evolve(fact);
            if (fact instanceof ProtocolPublished published) {
                protocols.put(published.version(), Protocol.of(published.definition()));
            }
            if (fact instanceof ProtocolActivatedAtSite activated) {
                activations
                        .computeIfAbsent(activated.site(), site -> new TreeMap<>())
                        .put(activated.activeFrom(), activated.version());
            }
        }
    }

    private void send(BatchOrder order, Instant at) {
        LocalDate today =
                LocalDate.ofInstant(at, protocols.lastEntry().getValue().zone());
        BatchState state = batches.getOrDefault(order.batch(), BatchState.empty());
        for (BatchEvent fact : BatchDecider.decide(state, order, today)) {
            batches.merge(order.batch(), BatchState.empty().evolve(fact), (known, next) -> known.evolve(fact));
        }
    }

    private void send(SubjectOrder order, TimedOrder timed) {
        SubjectState state = subjects.getOrDefault(order.subject(), SubjectState.empty(order.study(), order.subject()));
        switch (SubjectDecider.decide(state, order, surroundings(timed))) {
            case Decision.Refused refused ->
                refusals.add(timed.at() + " " + order.subject() + " " + refused.rejection());
            case Decision.Accepted accepted -> {
                for (Decision.Decided decided : accepted.facts()) {
                    state = state.evolve(decided.fact(), provenance(order, timed));
                    facts.add(decided.fact());
                    records.put(
                            order.subject(),
                            records.getOrDefault(order.subject(), SubjectRecord.empty(order.study(), order.subject()))
                                    .apply(decided.fact(), facts.size(), timed.at()));
                    if (decided.fact() instanceof RecordFlagged flag) {
                        flags.add(flag);
                    }
                }
                subjects.put(order.subject(), state);
            }
        }
    }

    private Surroundings surroundings(TimedOrder timed) {
        Map<SiteId, Surroundings.SiteStanding> sites = new HashMap<>();
        study.sites()
                .forEach((site, opened) -> sites.put(
                        site,
                        new Surroundings.SiteStanding(
                                opened.zone(), null, activations.getOrDefault(site, new TreeMap<>()))));
        Map<BatchId, Surroundings.BatchStanding> standings = new HashMap<>();
        batches.forEach((batch, state) -> standings.put(
                batch,
                new Surroundings.BatchStanding(
                        state.released() == null ? null : state.released().releasedOn(),
                        Objects.requireNonNull(state.manufactured()).expiresOn())));
        return new Surroundings(
                protocols,
                sites,
                standings,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                timed.sender().role(),
                timed.at());
    }

    private static Provenance provenance(SubjectOrder order, TimedOrder timed) {
        return new Provenance(
                timed.at(),
                timed.sender().actor(),
                timed.sender().role(),
                timed.sender().site(),
                timed.sender().source(),
                timed.sender().client(),
                order.study(),
                order.subject(),
                "command",
                "correlation",
                null,
                null,
                null,
                null);
    }
}
