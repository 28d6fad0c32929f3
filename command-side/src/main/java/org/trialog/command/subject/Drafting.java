package org.trialog.command.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.order.Act;
import org.trialog.command.order.ImportedRow;
import org.trialog.command.order.Reason;
import org.trialog.command.order.SubjectOrder;
import org.trialog.events.clinical.AtVisit;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Visit;
import org.trialog.events.personal.Personal;
import org.trialog.events.subject.Corrected;
import org.trialog.events.subject.Recorded;
import org.trialog.events.subject.Retracted;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.RecordId;

/** Turns the acts of an order into changes of records, one after another, each on the state that the ones before left. */
final class Drafting {
    private final SubjectOrder order;
    private final Surroundings surroundings;
    private final @Nullable RecordId visit;
    private final List<Draft> drafts = new ArrayList<>();
    private SubjectState state;

    private Drafting(SubjectState state, SubjectOrder order, Surroundings surroundings) {
        this.state = state;
        this.order = order;
        this.surroundings = surroundings;
        this.visit = order.oneVisit() ? RecordIds.of(RecordKind.VISIT, state.next(RecordKind.VISIT)) : null;
    }

    /** @param after the state once all of them are done */
    record Outcome(List<Draft> drafts, SubjectState after) {}

    static Outcome draft(SubjectState state, SubjectOrder order, Surroundings surroundings) {
        Drafting drafting = new Drafting(state, order, surroundings);
        Optional<Finding> visits = drafting.notOneVisit();
        if (visits.isPresent()) {
            return new Outcome(List.of(new Draft.Impossible(0, visits.get(), null)), state);
        }
        for (int act = 0; act < order.acts().size(); act++) {
            Optional<Finding> notTheirs =
                    OwnRecords.refusal(drafting.state, order.acts().get(act), order.strictness(), surroundings.role());
            if (notTheirs.isPresent()) {
                drafting.impossible(act, notTheirs.get(), order.acts().get(act).row());
                continue;
            }
            switch (order.acts().get(act)) {
                case Act.Make make -> drafting.make(act, make);
                case Act.Correct correct -> drafting.correct(act, correct);
                case Act.Retract retract -> drafting.retract(act, retract);
                case Act.OpenQuery open -> drafting.aside(Asking.open(act, drafting.state, open));
                case Act.AnswerQuery answer -> drafting.aside(Asking.answer(act, drafting.state, answer));
                case Act.CloseQuery close -> drafting.aside(Asking.close(act, drafting.state, close));
                case Act.Redact redact -> drafting.aside(Redacting.redact(act, drafting.state, redact));
                case Act.Restrict restrict -> drafting.aside(Restricting.restrict(act, drafting.state, restrict));
                case Act.LiftRestriction lift -> drafting.aside(Restricting.lift(act, drafting.state, lift));
                case Act.Erase erase -> drafting.aside(Restricting.erase(act, drafting.state));
            }
        }
        return new Outcome(drafting.drafts, drafting.state);
    }

    private Optional<Finding> notOneVisit() {
        long visits = order.acts().stream()
                .filter(act -> act instanceof Act.Make make && make.details() instanceof Visit)
                .count();
        return !order.oneVisit() || visits == 1
                ? Optional.empty()
                : Optional.of(Finding.unintelligible(
                        0,
                        "not-one-visit",
                        "What was done at a visit is recorded with that visit, and with one only."));
    }

    private void make(int act, Act.Make make) {
        ClinicalRecord details =
                visit != null && make.details() instanceof AtVisit atVisit ? atVisit.at(visit) : make.details();
        ImportedRow row = make.row();
        switch (Reimport.compare(state, details, row, order.strictness())) {
            case Reimport.Known known -> drafts.add(new Draft.Nothing(row));
            case Reimport.Conflict conflict -> impossible(act, conflict.why(), row);
            case Reimport.Changed changed ->
                change(
                        act,
                        new Corrected<>(changed.record().id(), changed.record().base(), details),
                        row,
                        Reimport.REASON,
                        null);
            case Reimport.OtherKind other -> {
                change(act, new Retracted<>(other.record().id(), other.record().base()), null, Reimport.REASON, null);
                record(act, details, make);
            }
            case Reimport.Unheard unheard -> record(act, details, make);
        }
    }

    private void record(int act, ClinicalRecord details, Act.Make make) {
        boolean screening = details instanceof Screening;
        if (!screening && state.version() == 0) {
            impossible(
                    act,
                    Finding.unintelligible(
                            0, "subject-unknown", "There is no subject of that number: screen it first."),
                    make.row());
        } else if (screening && state.version() > 0) {
            impossible(
                    act,
                    Finding.unintelligible(
                            7,
                            "subject-number-in-use",
                            "That subject number has been given already, and is never given twice: choose another."),
                    make.row());
        } else {
            Optional<Finding> ofNothing = Supplementing.refusal(state, details);
            if (ofNothing.isPresent()) {
                impossible(act, ofNothing.get(), make.row());
                return;
            }
            RecordKind kind = RecordKind.of(details);
            change(
                    act,
                    new Recorded<>(RecordIds.of(kind, state.next(kind)), details),
                    make.row(),
                    null,
                    make.asDeviation());
        }
    }

    private void correct(int act, Act.Correct correct) {
        Optional<Finding> why = Amending.correction(state, correct, order.strictness())
                .or(() -> Supplementing.refusal(state, correct.after()));
        if (why.isPresent()) {
            impossible(act, why.get(), null);
        } else {
            ClinicalRecord before = state.record(correct.id()).orElseThrow().base();
            change(act, new Corrected<>(correct.id(), before, correct.after()), null, correct.reason(), null);
        }
    }

    private void retract(int act, Act.Retract retract) {
        Optional<Finding> why = Amending.retraction(state, retract, order.strictness());
        if (why.isPresent()) {
            impossible(act, why.get(), null);
        } else {
            ClinicalRecord was = state.record(retract.id()).orElseThrow().base();
            change(act, new Retracted<>(retract.id(), was), null, retract.reason(), null);
        }
    }

    private void aside(Draft draft) {
        drafts.add(draft);
        if (draft instanceof Draft.Aside aside) {
            state = state.evolve(aside.fact(), null, words(aside.reason()));
        }
    }

    private void impossible(int act, Finding why, @Nullable ImportedRow row) {
        drafts.add(new Draft.Impossible(act, why, row));
    }

    private void change(
            int act,
            SubjectEvent fact,
            @Nullable ImportedRow row,
            @Nullable Reason reason,
            @Nullable Personal<String> asDeviation) {
        Optional<Finding> locked = LockedData.refusal(state, fact, surroundings);
        if (locked.isPresent()) {
            impossible(act, locked.get(), row);
            return;
        }
        Draft.Change change =
                switch (fact) {
                    case Recorded<?>(RecordId id, ClinicalRecord details) ->
                        new Draft.Change(act, fact, RecordKind.of(details), id, row, reason, asDeviation);
                    case Corrected<?>(RecordId id, ClinicalRecord before, ClinicalRecord after) ->
                        new Draft.Change(act, fact, RecordKind.of(after), id, row, reason, asDeviation);
                    case Retracted<?>(RecordId id, ClinicalRecord was) ->
                        new Draft.Change(act, fact, RecordKind.of(was), id, row, reason, asDeviation);
                    default -> throw new IllegalStateException("no other fact changes a record");
                };
        drafts.add(change);
        state = state.evolve(fact, row == null ? null : row.text(), words(reason));
    }

    private static @Nullable Personal<String> words(@Nullable Reason reason) {
        return reason == null ? null : reason.words();
    }
}
