package org.trialog.command.desk;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Idempotency;
import org.trialog.command.order.Order;
import org.trialog.command.order.Orders;
import org.trialog.command.order.RaceLost;
import org.trialog.command.order.Sender;
import org.trialog.command.store.Races;

/**
 * Carries out orders. Each is one transaction of its own: it announces that it will write, claims its idempotency key,
 * locks and reads what the decision looks at, loads its stream, takes the one recorded time from the database's clock,
 * decides, and appends. Whoever loses a race decides again on what the winner left.
 */
final class Desk implements Orders {

    private static final int TRIES = 8;

    private final Decisions decisions;
    private final Answers answers;
    private final Locks locks;
    private final JdbcClient database;
    private final TransactionManager transactions;
    private final Duration longest;
    private final Runnable committed;

    /**
     * @param longest a transaction that takes longer is ended by the server: it would hold up the whole history
     * @param committed called after each commit
     */
    Desk(
            DataSource source,
            PlatformTransactionManager manager,
            EventStore store,
            Duration longest,
            Runnable committed) {
        this.database = JdbcClient.create(source);
        this.locks = new Locks(database);
        this.answers = new Answers(database);
        this.decisions = new Decisions(database, locks, Streams.of(store));
        // Never inside somebody else's transaction: locks are let go and the sequencer is woken when ours ends.
        this.transactions = new SpringTransactionManager(
                manager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.longest = longest;
        this.committed = committed;
    }

    @Override
    public Acceptance carryOut(Order order, Sender sender, @Nullable Idempotency idempotency) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(order, sender, idempotency);
            } catch (RuntimeException failed) {
                if (!Races.isLost(failed)) {
                    throw failed;
                }
                if (attempt == TRIES) {
                    throw new RaceLost(failed);
                }
            }
        }
    }

    private Acceptance attempt(Order order, Sender sender, @Nullable Idempotency idempotency) {
        DefaultUnitOfWork<GenericCommandMessage<Order>> work =
                DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(order));
        work.attachTransaction(transactions);
        work.afterCommit(done -> committed.run());
        ResultMessage<Acceptance> result = work.executeWithResult(
                () -> answered(order, sender, idempotency), RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            throw unchecked(result.exceptionResult());
        }
        return result.getPayload();
    }

    private Acceptance answered(Order order, Sender sender, @Nullable Idempotency idempotency) throws Exception {
        database.sql("select set_config('transaction_timeout', :longest, true)")
                .param("longest", longest.toMillis() + "ms")
                .query(row -> {});
        locks.writeEvents();
        if (idempotency == null) {
            return decisions.decide(order, sender);
        }
        Optional<Acceptance> before = answers.claim(idempotency);
        if (before.isPresent()) {
            return before.get();
        }
        Acceptance acceptance = decisions.decide(order, sender);
        answers.keep(idempotency, acceptance);
        return acceptance;
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
