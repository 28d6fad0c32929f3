package org.trialog.query.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.study.DosingHeld;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;

/**
 * Dosing was held (rule 14).
 *
 * @param arm null for every arm
 * @param site null for every site
 * @param resumed the first day on which doses may be given again, and why; null while it is held
 */
public record DosingHoldView(
        RecordId hold,
        @Nullable ArmId arm,
        @Nullable SiteId site,
        LocalDate since,
        String reason,
        @Nullable Reasoned resumed) {

    static DosingHoldView of(DosingHeld held) {
        return new DosingHoldView(held.hold(), held.arm(), held.site(), held.since(), held.reason(), null);
    }

    DosingHoldView resumed(Reasoned because) {
        return new DosingHoldView(hold, arm, site, since, reason, because);
    }

    /** Whether no dose may be given in that arm and at that site on that day. */
    public boolean holds(@Nullable ArmId ofArm, @Nullable SiteId atSite, LocalDate day) {
        return (arm == null || arm.equals(ofArm))
                && (site == null || site.equals(atSite))
                && !day.isBefore(since)
                && (resumed == null || day.isBefore(resumed.on()));
    }
}
