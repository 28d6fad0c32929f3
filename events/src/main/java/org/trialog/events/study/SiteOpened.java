package org.trialog.events.study;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.SiteId;

/**
 * A site joined the study.
 *
 * @param zone in which "today" and "future" are judged there
 * @param country ISO 3166-1 alpha-2 or alpha-3, null when not known
 */
public record SiteOpened(
        SiteId site,
        @Nullable String name,
        ZoneId zone,
        @Nullable String country) implements StudyEvent {}
