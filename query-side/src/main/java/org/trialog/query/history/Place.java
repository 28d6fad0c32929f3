package org.trialog.query.history;

import java.time.Instant;

/**
 * A place in the history of a study.
 *
 * @param position of one of its facts
 * @param knownAt running maximum of the recorded time within the study, there
 */
public record Place(long position, Instant knownAt) {}
