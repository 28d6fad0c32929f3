package org.trialog.events.subject;

/**
 * The restriction of the subject's personal fields ended.
 *
 * @param reason coded
 */
public record RestrictionLifted(String reason) implements SubjectEvent {}
