package org.trialog.events.study;

import java.time.LocalDate;
import org.trialog.events.value.SiteId;

/** A site left the study: nobody is screened there any more; who is followed there can be transferred. */
public record SiteClosed(SiteId site, LocalDate closedOn, String reason) implements StudyEvent {}
