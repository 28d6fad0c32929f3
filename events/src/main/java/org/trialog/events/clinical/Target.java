package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.value.Laterality;

/**
 * Where a dose was put, one of several in a session.
 *
 * @param site of the body, for example {@code knee}, {@code lumbar-cord}
 */
public record Target(String site, @Nullable Laterality side) {}
