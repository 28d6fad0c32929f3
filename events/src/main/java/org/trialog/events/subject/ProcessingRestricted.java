package org.trialog.events.subject;

/**
 * The processing of the subject's personal fields was restricted (GDPR article 18): they are kept and shown to nobody.
 *
 * @param reason coded
 */
public record ProcessingRestricted(String reason) implements SubjectEvent {}
