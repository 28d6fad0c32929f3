package org.trialog.events.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The study began to recruit, was closed or stopped.
 *
 * @param reason in words, required when it was stopped early
 */
public record StudyStatusChanged(
        StudyStatus status, LocalDate since, @Nullable String reason) implements StudyEvent {}
