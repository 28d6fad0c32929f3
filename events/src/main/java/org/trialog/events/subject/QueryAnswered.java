package org.trialog.events.subject;

import org.trialog.events.personal.Personal;
import org.trialog.events.value.RecordId;

/**
 * The site answered a query.
 *
 * @param query of a person, or the flag of a rule
 */
public record QueryAnswered(RecordId query, Personal<String> words) implements SubjectEvent {}
