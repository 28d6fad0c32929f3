package org.trialog.command.desk;

import java.util.Optional;
import org.trialog.command.order.Acceptance.Touched;
import org.trialog.events.study.AggregateResultRegistered;
import org.trialog.events.study.DataCutLocked;
import org.trialog.events.study.DataCutUnlocked;
import org.trialog.events.study.DosingHeld;
import org.trialog.events.study.DosingResumed;
import org.trialog.events.study.GrantGiven;
import org.trialog.events.study.GrantRevoked;
import org.trialog.events.study.ProtocolActivatedAtSite;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.study.SiteClosed;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.study.StudyRegistered;
import org.trialog.events.study.StudyStatusChanged;

/** The part of a study with an id of its own that a fact makes or ends, for the answer to its order. */
final class PartOfStudy {

    private PartOfStudy() {}

    static Optional<Touched> of(StudyEvent fact) {
        return switch (fact) {
            case DataCutLocked locked -> Optional.of(new Touched("cut", locked.cut()));
            case DataCutUnlocked unlocked -> Optional.of(new Touched("cut", unlocked.cut()));
            case DosingHeld held -> Optional.of(new Touched("hold", held.hold()));
            case DosingResumed resumed -> Optional.of(new Touched("hold", resumed.hold()));
            case AggregateResultRegistered result -> Optional.of(new Touched("aggregate", result.aggregate()));
            case StudyRegistered registered -> Optional.empty();
            case StudyStatusChanged changed -> Optional.empty();
            case ProtocolPublished published -> Optional.empty();
            case ProtocolActivatedAtSite activated -> Optional.empty();
            case SiteOpened opened -> Optional.empty();
            case SiteClosed closed -> Optional.empty();
            case GrantGiven given -> Optional.empty();
            case GrantRevoked revoked -> Optional.empty();
        };
    }
}
