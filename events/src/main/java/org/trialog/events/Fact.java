package org.trialog.events;

/**
 * Something that happened, in the past tense: the only thing that the history is made of.
 *
 * <p>Each stream seals its own facts ({@code StudyEvent}, {@code SubjectEvent}, {@code BatchEvent}), so that a fold which
 * ignores a new fact does not compile.
 */
public interface Fact {}
