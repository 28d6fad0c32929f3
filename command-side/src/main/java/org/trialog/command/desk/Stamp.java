package org.trialog.command.desk;

import java.time.Instant;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.trialog.command.order.Order;
import org.trialog.command.order.Reason;
import org.trialog.command.order.Sender;
import org.trialog.command.order.SubjectOrder;
import org.trialog.events.Provenance;

/** What stands beside every fact of one command; all of it set by the server. */
record Stamp(Order order, Sender sender, String command, Instant recordedAt) {

    MetaData metadata() {
        return metadata(null, null);
    }

    MetaData metadata(@Nullable String row, @Nullable Reason reason) {
        Map<String, String> texts = new Provenance(
                        recordedAt,
                        sender.actor(),
                        sender.role(),
                        sender.site(),
                        sender.source(),
                        sender.client(),
                        order.study(),
                        order instanceof SubjectOrder subjects ? subjects.subject() : null,
                        command,
                        sender.correlation() == null ? command : sender.correlation(),
                        null,
                        reason == null ? null : reason.code(),
                        reason == null ? null : reason.words(),
                        row)
                .toMap();
        return MetaData.from(texts);
    }
}
