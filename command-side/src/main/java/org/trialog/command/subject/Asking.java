package org.trialog.command.subject;

import java.util.Optional;
import org.trialog.command.judgement.Finding;
import org.trialog.command.order.Act;
import org.trialog.events.subject.QueryAnswered;
import org.trialog.events.subject.QueryClosed;
import org.trialog.events.subject.QueryOpened;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.RecordId;

/** Queries: opened about what there is, answered and closed while they are open. */
final class Asking {

    private Asking() {}

    /** What comes of an act on a query. */
    sealed interface Outcome {}

    /** This is recorded. */
    record Asked(SubjectEvent fact, RecordId query) implements Outcome {}

    /** Nothing is. */
    record Impossible(Finding why) implements Outcome {}

    static Outcome open(SubjectState state, Act.OpenQuery open) {
        if (state.version() == 0) {
            return impossible("subject-unknown", "There is no subject of that number: screen it first.");
        }
        if (open.about() != null && state.record(open.about()).isEmpty()) {
            return impossible("record-unknown", "The subject has no such record.");
        }
        RecordId query = RecordIds.query(state.nextQuery());
        return new Asked(new QueryOpened(query, open.about(), open.field(), open.words()), query);
    }

    static Outcome answer(SubjectState state, Act.AnswerQuery answer) {
        return ifOpen(state, answer.query(), new QueryAnswered(answer.query(), answer.words()));
    }

    static Outcome close(SubjectState state, Act.CloseQuery close) {
        return ifOpen(state, close.query(), new QueryClosed(close.query(), close.words()));
    }

    private static Outcome ifOpen(SubjectState state, RecordId id, SubjectEvent fact) {
        Optional<QueryStanding> query = state.query(id);
        if (query.isEmpty()) {
            return impossible(
                    "query-unknown", "The subject has no such query, or it has closed itself with its cause.");
        }
        return query.get().closed()
                ? impossible(
                        "query-closed",
                        "The query is closed, by a person or with its cause: open a new one if there is more to ask.")
                : new Asked(fact, id);
    }

    private static Outcome impossible(String code, String sentence) {
        return new Impossible(Finding.unintelligible(0, code, sentence));
    }
}
