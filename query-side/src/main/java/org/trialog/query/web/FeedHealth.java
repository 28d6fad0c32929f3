package org.trialog.query.web;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.trialog.query.feed.Feed;
import org.trialog.query.feed.FeedCondition;

/** Says loudly when what is shown no longer follows the history. */
final class FeedHealth implements HealthIndicator {

    private final Feed feed;

    FeedHealth(Feed feed) {
        this.feed = feed;
    }

    @Override
    public Health health() {
        FeedCondition condition = feed.condition();
        Health.Builder health =
                switch (condition.state()) {
                    case FOLLOWING, STANDING_BY -> Health.up();
                    case RESTING, REBUILDING, RETRYING -> Health.outOfService();
                    case STOPPED -> Health.down();
                };
        return health.withDetail("state", condition.state().name())
                .withDetail("position", condition.position())
                .withDetail("reason", condition.words())
                .build();
    }
}
