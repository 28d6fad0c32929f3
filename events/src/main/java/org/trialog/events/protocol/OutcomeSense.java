package org.trialog.events.protocol;

import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.OutcomeDefinition.Kind;

/** What the definition of an outcome whose form is right may still get wrong. */
final class OutcomeSense {

    /** The kinds whose keys this version reads; a figure that cannot be computed is not promised. */
    private static final Set<Kind> COMPUTED = EnumSet.of(
            Kind.EVENT_FREE_INTERVAL,
            Kind.EVENT_FREE_TIME,
            Kind.EVENT_RATE,
            Kind.TIME_TO_FIRST_EVENT,
            Kind.RECURRENT_EVENTS,
            Kind.OBSERVED_EXPECTED,
            Kind.SCORE_CHANGE,
            Kind.PROPORTION,
            Kind.ADVERSE_EVENTS,
            Kind.POOLED);

    private static final Set<Kind> ONE_DAY_ZERO =
            EnumSet.of(Kind.OBSERVED_EXPECTED, Kind.SCORE_CHANGE, Kind.PROPORTION);

    private final @Nullable Protocol protocol;
    private final Findings findings;

    /** @param protocol null for a definition on its own: what it refers to cannot be looked up */
    OutcomeSense(@Nullable Protocol protocol, Findings findings) {
        this.protocol = protocol;
        this.findings = findings;
    }

    /** @param path of the outcome; empty for a definition on its own */
    void check(OutcomeDefinition outcome, String path) {
        String at = path.isEmpty() ? "" : path + ".";
        Kind kind = outcome.kind();
        if (!COMPUTED.contains(kind)) {
            findings.wrong(at + "kind", "this version does not compute outcomes of this kind");
            return;
        }
        OutcomeKeys.check(kind, findings, at);
        EventFilter event = outcome.event();
        if (event != null) {
            event(event, at + "event");
            findings.wrongIf(
                    kind == Kind.ADVERSE_EVENTS && event.kind() != EventFilter.Kind.ADVERSE_EVENT,
                    at + "event.kind",
                    "an outcome of adverse events counts adverse events");
        }
        model(outcome, at + "model");
        terminal(outcome, at + "terminal");
        bands(outcome, at + "bands");
        window(outcome.from(), outcome.to(), at + "to");
        Baseline baseline = outcome.baseline();
        if (baseline != null) {
            findings.wrongIf(
                    outcome.anchor() == Anchor.EACH_DOSE || outcome.by().equals("dose-count"),
                    at + "baseline",
                    "a baseline needs one window for each subject, in one group");
            window(baseline.from(), baseline.to(), at + "baseline.to");
        }
        Period tau = outcome.tau();
        findings.wrongIf(tau != null && Findings.days(tau) <= 0, at + "tau", "the upper limit must lie after day 0");
        anchors(outcome, at);
        if (protocol != null) {
            OutcomeNames.unknown(protocol, outcome).forEach(name -> findings.wrong(at + name.path(), name.sentence()));
        }
        switch (kind) {
            case SCORE_CHANGE -> new ScoreSense(findings).change(outcome, at);
            case PROPORTION -> {
                OutcomeDefinition.Share share = outcome.of();
                if (share != null) {
                    if (share.event() != null) {
                        event(share.event(), at + "of.event");
                    }
                    new ScoreSense(findings).share(outcome, share, at);
                }
            }
            case OBSERVED_EXPECTED -> new ForecastSense(findings).check(outcome, at);
            case POOLED -> new PoolingSense(findings).check(outcome, at);
            case EVENT_FREE_INTERVAL,
                    EVENT_FREE_TIME,
                    EVENT_RATE,
                    TIME_TO_FIRST_EVENT,
                    RECURRENT_EVENTS,
                    ADVERSE_EVENTS -> {}
        }
    }

    private void anchors(OutcomeDefinition outcome, String at) {
        findings.wrongIf(
                outcome.kind() == Kind.EVENT_FREE_TIME && outcome.anchor() == Anchor.EACH_DOSE,
                at + "anchor",
                "years without an event cannot start from each dose");
        findings.wrongIf(
                ONE_DAY_ZERO.contains(outcome.kind()) && outcome.anchor() == Anchor.EACH_DOSE,
                at + "anchor",
                "an outcome of this kind needs one day 0 for each subject, not each dose");
        Anchor control = outcome.controlAnchor();
        findings.wrongIf(
                control != null && control.needsDose(),
                at + "controlAnchor",
                "a dose anchor means nothing in a control arm");
        boolean controls = protocol != null && protocol.arms().stream().anyMatch(Arm::control);
        findings.doubtfulIf(
                controls && control == null && outcome.anchor().needsDose(),
                at + "anchor",
                "the control arms have no dose: without 'controlAnchor' their subjects are left out");
    }

    private void event(EventFilter event, String path) {
        EventFilter.Kind kind = event.kind();
        boolean composite = kind == EventFilter.Kind.COMPOSITE;
        findings.wrongIf(composite == event.of().isEmpty(), path + ".of", "a composite, and nothing else, has parts");
        if (kind != EventFilter.Kind.ADVERSE_EVENT) {
            ofAdverseEvents(!event.anyOf().isEmpty(), path + ".anyOf");
            ofAdverseEvents(event.minimumGrade() != null, path + ".minimumGrade");
            ofAdverseEvents(event.serious() != null, path + ".serious");
            ofAdverseEvents(event.related() != null, path + ".related");
        }
        boolean clinical = kind == EventFilter.Kind.CLINICAL_EVENT;
        findings.wrongIf(
                !clinical && !event.kinds().isEmpty(), path + ".kinds", "only clinical events have kinds of their own");
        for (int index = 0; protocol != null && index < event.kinds().size(); index++) {
            String named = event.kinds().get(index);
            findings.wrongIf(
                    !protocol.clinicalEvents().contains(named),
                    path + ".kinds[" + index + "]",
                    "'%s' is no clinical event of this protocol".formatted(named));
        }
        Period gap = event.minimumGap();
        findings.wrongIf(gap != null && Findings.days(gap) < 0, path + ".minimumGap", "a gap cannot be negative");
        for (int index = 0; index < event.of().size(); index++) {
            event(event.of().get(index), path + ".of[" + index + "]");
        }
    }

    private void ofAdverseEvents(boolean given, String path) {
        findings.doubtfulIf(given, path, "this says something of adverse events only");
    }

    private void model(OutcomeDefinition outcome, String path) {
        OutcomeDefinition.Model model = outcome.model();
        boolean recurrent = model == OutcomeDefinition.Model.MCF || model == OutcomeDefinition.Model.ANDERSEN_GILL;
        findings.wrongIf(
                model != null && recurrent != (outcome.kind() == Kind.RECURRENT_EVENTS),
                path,
                "a rate is exact, quasi-poisson or negative-binomial, recurrent events are mcf or andersen-gill");
    }

    /** What ends the time of recurrent events: the death that the counting of Ghosh and Lin knows, or nothing. */
    private void terminal(OutcomeDefinition outcome, String path) {
        List<String> terminal = outcome.terminal();
        findings.wrongIf(
                outcome.kind() == Kind.RECURRENT_EVENTS
                        && !terminal.isEmpty()
                        && !terminal.equals(List.of("none"))
                        && !terminal.equals(List.of("death")),
                path,
                "recurrent events end with 'death', or with 'none'");
    }

    private void bands(OutcomeDefinition outcome, String path) {
        findings.wrongIf(
                !outcome.bands().isEmpty() && !outcome.by().equals("age-band"),
                path,
                "only an outcome by 'age-band' has bands");
        long last = 0;
        for (int index = 0; index < outcome.bands().size(); index++) {
            long next = Findings.days(outcome.bands().get(index));
            findings.wrongIf(next <= last, path + "[" + index + "]", "the ages between bands must grow");
            last = next;
        }
    }

    private void window(@Nullable Period from, @Nullable Period to, String path) {
        findings.wrongIf(
                to != null && Findings.days(to) <= (from == null ? 0 : Findings.days(from)),
                path,
                "the window ends before it starts: 'to' must lie after 'from'");
    }
}
