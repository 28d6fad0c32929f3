package org.trialog.query.feed;

/**
 * How the feed is doing.
 *
 * @param position up to which everything is in the rows
 * @param words why, when it does not follow
 */
public record FeedCondition(State state, long position, String words) {

    /** What the feed is doing. */
    public enum State {
        /** Not started, or ended in order. */
        RESTING,
        /** Another process writes the rows; this one takes over when that ends. */
        STANDING_BY,
        /** Writes the rows of every new fact. */
        FOLLOWING,
        /** Folds the whole history anew. */
        REBUILDING,
        /** The database did not answer; tries again. */
        RETRYING,
        /** Met a fact that it cannot read. It never skips one: a build that can read it must be run. */
        STOPPED
    }
}
