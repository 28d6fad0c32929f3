package org.trialog.query.outcome.kind;

import org.trialog.query.outcome.person.Exposure;

/**
 * How far the subjects of a group were seen in their windows.
 *
 * @param windows one a subject, or one for each dose
 * @param full observed to the end, within the visit tolerance, without a gap
 * @param atRiskAtEnd without an event and confirmed to the end within the tolerance, whatever gaps lie before
 */
record Observed(int windows, int withEvent, int full, int fullAndFree, int atRiskAtEnd) {

    static Observed of(Stratum stratum, int toleranceDays) {
        int windows = 0;
        int withEvent = 0;
        int full = 0;
        int fullAndFree = 0;
        int atRiskAtEnd = 0;
        for (Member member : stratum.members()) {
            for (Exposure exposure : member.exposures()) {
                boolean free = exposure.events().isEmpty();
                boolean observed = exposure.full(toleranceDays, member.person().birth());
                windows++;
                withEvent += free ? 0 : 1;
                full += observed ? 1 : 0;
                fullAndFree += observed && free ? 1 : 0;
                atRiskAtEnd += free && exposure.reachesEnd(toleranceDays) ? 1 : 0;
            }
        }
        return new Observed(windows, withEvent, full, fullAndFree, atRiskAtEnd);
    }
}
