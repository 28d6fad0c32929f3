package org.trialog.query.study;

import java.util.List;
import org.trialog.events.study.AggregateResultRegistered;
import org.trialog.events.study.DataCutUnlocked;
import org.trialog.events.study.DosingResumed;
import org.trialog.events.study.StudyStatusChanged;

/**
 * How a study is run: each list in the order in which it was recorded, and nothing leaves it.
 *
 * @param statuses every status that the study had; the last one holds
 * @param aggregates results of other trials, for pooling
 */
public record Conduct(
        List<StudyStatusChanged> statuses,
        List<DataCutView> cuts,
        List<DosingHoldView> holds,
        List<AggregateResultRegistered> aggregates,
        List<GrantView> grants) {

    static final Conduct NONE = new Conduct(List.of(), List.of(), List.of(), List.of(), List.of());

    public Conduct {
        statuses = List.copyOf(statuses);
        cuts = List.copyOf(cuts);
        holds = List.copyOf(holds);
        aggregates = List.copyOf(aggregates);
        grants = List.copyOf(grants);
    }

    Conduct and(StudyStatusChanged status) {
        return new Conduct(Lists.and(statuses, status), cuts, holds, aggregates, grants);
    }

    Conduct and(AggregateResultRegistered result) {
        return new Conduct(statuses, cuts, holds, Lists.and(aggregates, result), grants);
    }

    Conduct and(DataCutView cut) {
        return cut(Lists.and(cuts, cut));
    }

    Conduct unlocked(DataCutUnlocked fact, long at) {
        DataCutView.Unlock unlock = new DataCutView.Unlock(at, fact.reason());
        return cut(Lists.each(cuts, cut -> cut.cut().equals(fact.cut()) ? cut.unlocked(unlock) : cut));
    }

    Conduct and(DosingHoldView hold) {
        return held(Lists.and(holds, hold));
    }

    Conduct resumed(DosingResumed fact) {
        Reasoned because = new Reasoned(fact.on(), fact.reason());
        return held(Lists.each(holds, hold -> hold.hold().equals(fact.hold()) ? hold.resumed(because) : hold));
    }

    Conduct and(GrantView grant) {
        return granted(Lists.and(grants, grant));
    }

    Conduct granted(List<GrantView> known) {
        return new Conduct(statuses, cuts, holds, aggregates, known);
    }

    private Conduct cut(List<DataCutView> known) {
        return new Conduct(statuses, known, holds, aggregates, grants);
    }

    private Conduct held(List<DosingHoldView> known) {
        return new Conduct(statuses, cuts, known, aggregates, grants);
    }
}
