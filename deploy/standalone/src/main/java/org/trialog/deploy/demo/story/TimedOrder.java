package org.trialog.deploy.demo.story;

import java.time.Instant;
import org.trialog.command.order.Order;
import org.trialog.command.order.Sender;

/**
 * An order of the demonstration and the simulated moment at which it is sent.
 *
 * @param at the recorded time; the sender's simulated time is the same
 */
public record TimedOrder(Instant at, Sender sender, Order order) {

    /** The same at another moment. */
    TimedOrder sentAt(Instant moment) {
        return new TimedOrder(
                moment,
                new Sender(
                        sender.actor(),
                        sender.role(),
                        sender.site(),
                        sender.source(),
                        sender.client(),
                        sender.correlation(),
                        moment),
                order);
    }
}
