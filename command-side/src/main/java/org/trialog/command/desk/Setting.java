package org.trialog.command.desk;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.trialog.command.subject.Surroundings.DataCut;
import org.trialog.command.subject.Surroundings.DosingHold;
import org.trialog.command.subject.Surroundings.SiteStanding;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.SiteId;

/**
 * How a study is run: what every decision about one of its subjects looks at.
 *
 * @param protocols every published version; none when there is no such study
 * @param cuts that are locked, of other subjects left out
 */
record Setting(
        SortedMap<Integer, Protocol> protocols,
        Map<SiteId, SiteStanding> sites,
        List<DosingHold> holds,
        List<DataCut> cuts) {

    /** Whether first doses of different subjects must be apart somewhere, by any version that a site may go by. */
    boolean staggered() {
        return protocols.values().stream()
                .flatMap(protocol -> protocol.arms().stream())
                .map(Arm::doses)
                .anyMatch(doses -> doses != null && doses.stagger() != null);
    }
}
