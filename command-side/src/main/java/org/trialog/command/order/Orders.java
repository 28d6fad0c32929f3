package org.trialog.command.order;

import org.jspecify.annotations.Nullable;

/** The one door to the history: carries out an order in one transaction, all of it or nothing. */
public interface Orders {

    /**
     * Carries out an order. One that finds everything there already is accepted and records nothing.
     *
     * @throws OrderRefused when a rule refuses it
     * @throws StaleVersion when the subject has changed since the sender saw it and the order said so
     * @throws RaceLost when it collided with other writers more often than it is worth
     */
    default Acceptance carryOut(Order order, Sender sender) {
        return carryOut(order, sender, null);
    }

    /**
     * The same, once per key: given again, it answers what it answered first.
     *
     * @param idempotency null when the sender gave no key
     * @throws KeyReused when the key came with another body before
     */
    Acceptance carryOut(Order order, Sender sender, @Nullable Idempotency idempotency);
}
