package org.trialog.events.study;

import java.time.LocalDate;
import org.trialog.events.value.SiteId;

/**
 * A site goes by a protocol version from a day on, having approved it. A site for which no activation was ever recorded goes
 * by the version published last.
 *
 * @param approvedOn the day of the approval there
 */
public record ProtocolActivatedAtSite(SiteId site, int version, LocalDate approvedOn, LocalDate activeFrom)
        implements StudyEvent {}
