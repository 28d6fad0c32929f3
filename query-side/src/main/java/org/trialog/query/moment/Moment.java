package org.trialog.query.moment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.trialog.events.value.StudyId;

/**
 * A moment of a study's knowledge: its history up to a position.
 *
 * @param position of the last fact of the study that was known
 * @param knownAt running maximum of the recorded time within the study, there
 */
public record Moment(StudyId study, long position, Instant knownAt) {

    /** The day up to which outcomes look unless told otherwise: it hangs on the history alone, never on a clock. */
    public LocalDate cutoff(ZoneId zone) {
        return LocalDate.ofInstant(knownAt, zone);
    }
}
