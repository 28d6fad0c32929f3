package org.trialog.query.web;

import org.springframework.context.SmartLifecycle;
import org.trialog.query.feed.Feed;
import org.trialog.query.feed.FeedCondition.State;

/** Starts the feed when everything else is wired, and ends it before the database goes. */
final class FeedLifecycle implements SmartLifecycle {

    private final Feed feed;
    private final int phase;

    FeedLifecycle(Feed feed, int phase) {
        this.feed = feed;
        this.phase = phase;
    }

    @Override
    public void start() {
        feed.start();
    }

    @Override
    public void stop() {
        feed.close();
    }

    @Override
    public boolean isRunning() {
        return feed.condition().state() != State.RESTING;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
