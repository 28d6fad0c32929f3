package org.trialog.command.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;

/**
 * Who sends an order, and from where.
 *
 * @param site the performing site; null for facts of a study or batch
 * @param correlation ties commands of one undertaking (an import, a request) together
 * @param simulatedTime the demo loader's clock; refused from any other source
 */
public record Sender(
        String actor,
        Role role,
        @Nullable SiteId site,
        Source source,
        @Nullable String client,
        @Nullable String correlation,
        @Nullable Instant simulatedTime) {

    public Sender {
        if ((simulatedTime != null) != (source == Source.SIMULATION)) {
            throw new IllegalArgumentException("only a simulation has a clock of its own");
        }
    }
}
