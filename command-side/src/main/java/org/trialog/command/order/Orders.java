package org.trialog.command.order;

/** The one door to the history: carries out an order in one transaction, all of it or nothing. */
public interface Orders {

    /**
     * @throws OrderRefused when a rule refuses it
     * @throws StaleVersion when the subject has changed since the sender saw it and the order said so
     */
    Acceptance carryOut(Order order, Sender sender);
}
