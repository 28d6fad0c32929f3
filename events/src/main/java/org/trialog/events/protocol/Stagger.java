package org.trialog.events.protocol;

import java.time.Period;

/**
 * How far apart the first doses of different subjects of an arm are.
 *
 * @param first the subjects that come first, whose doses are {@code apart}
 * @param apart least time from the first dose of one of them to that of the next
 * @param then least time for every later subject
 */
public record Stagger(int first, Period apart, Period then) {

    /** Least time before the first dose of the subject that comes in that place, from 1. */
    public Period before(int place) {
        return place <= first ? apart : then;
    }
}
