package org.trialog.events.protocol;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The window before, on the same subjects.
 *
 * @param minimum least person-time a subject must have in it, else left out
 */
public record Baseline(
        Anchor anchor, Period from, Period to, @Nullable Period minimum) {}
