package org.trialog.events.subject;

import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.RecordId;

/**
 * A query was closed by who may.
 *
 * @param query of a person, or the flag of a rule: that flag stays, and asks no more
 * @param words null where the answer says all
 */
public record QueryClosed(RecordId query, @Nullable Personal<String> words) implements SubjectEvent {}
