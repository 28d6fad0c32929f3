package org.trialog.command.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.trialog.command.store.TestDatabase;

class SequencerCrashTest {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void aCrashBetweenAnyTwoStepsSkipsNothingAndPlacesNothingTwice() throws SQLException {
        int step = 1;
        for (boolean broke = true; broke; step++) {
            writeInterleaved(step);
            BrokenConnection fragile = new BrokenConnection(database, step);
            try (Connection connection = fragile.connection()) {
                new Placement(connection, () -> false).place();
            } catch (DataAccessException | TransactionException expected) {
                assertThat(fragile.broke()).isTrue();
            }
            broke = fragile.broke();
            try (Connection connection = database.command().getConnection()) {
                new Placement(connection, () -> false).place();
            }
            Placed.holds(database.superuser());
        }
        assertThat(step).as("every step was crashed once").isGreaterThan(7);
    }

    private void writeInterleaved(int number) throws SQLException {
        try (RawWriter first = new RawWriter(database.command(), "first" + number);
                RawWriter second = new RawWriter(database.command(), "second" + number);
                RawWriter broken = new RawWriter(database.command(), "broken" + number)) {
            first.append("a" + number, 0);
            broken.append("b" + number, 0);
            second.append("c" + number, 0);
            first.append("a" + number, 1);
            broken.rollback();
            second.commit();
            first.commit();
        }
    }
}
