package org.trialog.command.subject;

import java.util.Optional;
import org.trialog.command.judgement.Finding;
import org.trialog.command.order.Acceptance.Touched;
import org.trialog.command.order.Act;
import org.trialog.events.subject.QueryAnswered;
import org.trialog.events.subject.QueryClosed;
import org.trialog.events.subject.QueryOpened;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.RecordId;

/** Queries: opened about what there is, answered and closed while they are open. Each becomes a draft. */
final class Asking {

    private Asking() {}

    static Draft open(int act, SubjectState state, Act.OpenQuery open) {
        if (state.version() == 0) {
            return impossible(act, "subject-unknown", "There is no subject of that number: screen it first.");
        }
        if (open.about() != null && state.record(open.about()).isEmpty()) {
            return impossible(act, "record-unknown", "The subject has no such record.");
        }
        RecordId query = RecordIds.query(state.nextQuery());
        return aside(new QueryOpened(query, open.about(), open.field(), open.words()), query);
    }

    static Draft answer(int act, SubjectState state, Act.AnswerQuery answer) {
        return ifOpen(act, state, answer.query(), new QueryAnswered(answer.query(), answer.words()));
    }

    static Draft close(int act, SubjectState state, Act.CloseQuery close) {
        return ifOpen(act, state, close.query(), new QueryClosed(close.query(), close.words()));
    }

    private static Draft ifOpen(int act, SubjectState state, RecordId id, SubjectEvent fact) {
        Optional<QueryStanding> query = state.query(id);
        if (query.isEmpty()) {
            return impossible(act, "query-unknown", "The subject has no such query: see its queries.");
        }
        return query.get().closed()
                ? impossible(
                        act,
                        "query-closed",
                        "The query is closed, by a person or with its cause: open a new one if there is more to ask.")
                : aside(fact, id);
    }

    private static Draft aside(SubjectEvent fact, RecordId query) {
        return new Draft.Aside(fact, null, new Touched("query", query));
    }

    private static Draft impossible(int act, String code, String sentence) {
        return new Draft.Impossible(act, Finding.unintelligible(0, code, sentence), null);
    }
}
