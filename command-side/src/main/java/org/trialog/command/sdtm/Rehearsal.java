package org.trialog.command.sdtm;

import java.time.ZoneId;
import java.util.Map;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Sender;
import org.trialog.command.order.SubjectOrder;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.SiteId;

/** Decides an order as it would be decided, and records nothing: what a dry run is made of. */
public interface Rehearsal {

    /** The verdicts that the order would get now. */
    Acceptance rehearse(SubjectOrder order, Sender sender, Stage stage);

    /**
     * The study as it would be once the import has registered it.
     *
     * @param registered whether it is there already, so that its subjects may have histories
     */
    record Stage(Protocol protocol, Map<SiteId, ZoneId> sites, boolean registered) {

        public Stage {
            sites = Map.copyOf(sites);
        }
    }
}
