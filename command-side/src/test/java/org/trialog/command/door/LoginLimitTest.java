package org.trialog.command.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginLimitTest {

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");

    private final LoginLimit limit = new LoginLimit(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void whoFailsTooOftenWaitsUntilTheWindowHasPassed() {
        fail("anna", "10.0.0.1", LoginLimit.FOR_ONE_ACCOUNT);
        now = now.plus(Duration.ofMinutes(4));
        assertThat(limit.attempt("anna", "10.0.0.1"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(6), Duration.ofMinutes(7)));
        now = now.plus(Duration.ofMinutes(6));
        assertThat(limit.attempt("anna", "10.0.0.1")).isEmpty();
    }

    @Test
    void whoeverSitsElsewhereOrHasAnotherNameDoesNotWait() {
        fail("anna", "10.0.0.1", LoginLimit.FOR_ONE_ACCOUNT);
        assertThat(limit.attempt("anna", "10.0.0.2")).isEmpty();
        assertThat(limit.attempt("bo", "10.0.0.1")).isEmpty();
    }

    @Test
    void manyNamesFromOneAddressAreTooManyAsWell() {
        for (int name = 0; name < LoginLimit.FROM_ONE_ADDRESS; name++) {
            assertThat(limit.attempt("name-" + name, "10.0.0.1")).isEmpty();
        }
        assertThat(limit.attempt("anna", "10.0.0.1")).isPresent();
        assertThat(limit.attempt("anna", "10.0.0.2")).isEmpty();
    }

    @Test
    void aLoginThatSucceedsForgivesTheSlipsBeforeIt() {
        fail("anna", "10.0.0.1", LoginLimit.FOR_ONE_ACCOUNT - 1);
        assertThat(limit.attempt("anna", "10.0.0.1")).isEmpty();
        limit.succeeded("anna", "10.0.0.1");
        fail("anna", "10.0.0.1", LoginLimit.FOR_ONE_ACCOUNT);
        assertThat(limit.attempt("anna", "10.0.0.1")).isPresent();
    }

    private void fail(String account, String address, int times) {
        for (int time = 0; time < times; time++) {
            assertThat(limit.attempt(account, address)).isEmpty();
        }
    }
}
