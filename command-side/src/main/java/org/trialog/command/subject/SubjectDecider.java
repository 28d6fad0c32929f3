package org.trialog.command.subject;

import org.trialog.command.order.SubjectOrder;

/**
 * Decides an order to a subject. Its acts are drafted one after another, each on what the ones before left; then every
 * record that they touched is judged by every rule against what would be known once all of them stand, so that the order
 * of the acts within one order, as of the rows of an import, has no meaning of its own.
 */
public final class SubjectDecider {
    private SubjectDecider() {}

    public static Decision decide(SubjectState state, SubjectOrder order, Surroundings surroundings) {
        return decide(state, order, surroundings, RuleBook.STANDARD);
    }

    public static Decision decide(SubjectState state, SubjectOrder order, Surroundings surroundings, RuleBook book) {
        Drafting.Outcome drafted = Drafting.draft(state, order, surroundings);
        return new Judging(state, drafted.after(), order, surroundings, book).decide(drafted.drafts());
    }
}
