package org.trialog.command.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes guessing of passwords slow: so many failures from one address, for one account and for all together, and it has to
 * wait. Somebody elsewhere with the right password does not. It is kept in memory only, so a restart forgives.
 */
final class LoginLimit {

    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int FOR_ONE_ACCOUNT = 10;
    static final int FROM_ONE_ADDRESS = 100;

    /** What it remembers at the most; the oldest is forgotten first. */
    private static final int LARGEST = 10_000;

    private final Clock clock;

    private final Map<Caller, Tally> tallies = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Caller, Tally> eldest) {
            return size() > LARGEST;
        }
    };

    LoginLimit(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts an attempt as failed until {@link #succeeded} says otherwise, so that many at once do not slip through.
     *
     * @return how long to wait when there were too many before it; it is not counted then
     */
    synchronized Optional<Duration> attempt(String account, String address) {
        Instant now = clock.instant();
        tallies.values().removeIf(tally -> !now.isBefore(tally.ends()));
        Caller one = new Caller(address, account);
        Caller all = new Caller(address, "");
        Optional<Duration> wait = wait(one, FOR_ONE_ACCOUNT, now).or(() -> wait(all, FROM_ONE_ADDRESS, now));
        if (wait.isEmpty()) {
            count(one, now);
            count(all, now);
        }
        return wait;
    }

    synchronized void succeeded(String account, String address) {
        tallies.remove(new Caller(address, account));
        tallies.computeIfPresent(
                new Caller(address, ""), (caller, tally) -> new Tally(tally.attempts() - 1, tally.ends()));
    }

    private Optional<Duration> wait(Caller caller, int most, Instant now) {
        return Optional.ofNullable(tallies.get(caller))
                .filter(tally -> tally.attempts() >= most)
                .map(tally -> Duration.between(now, tally.ends()).plusSeconds(1));
    }

    private void count(Caller caller, Instant now) {
        tallies.merge(
                caller,
                new Tally(1, now.plus(WINDOW)),
                (before, first) -> new Tally(before.attempts() + 1, before.ends()));
    }

    /** @param account empty for all accounts together */
    private record Caller(String address, String account) {}

    private record Tally(int attempts, Instant ends) {}
}
