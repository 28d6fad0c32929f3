package org.trialog.events.study;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;

/**
 * A study came into being.
 *
 * @param registry its number in a public registry, as in {@code NCT03706482}
 * @param synthetic true when its data are made up: every page and figure says so
 */
public record StudyRegistered(
        StudyId study,
        String title,
        @Nullable String registry,
        @Nullable String condition,
        boolean synthetic) implements StudyEvent {}
