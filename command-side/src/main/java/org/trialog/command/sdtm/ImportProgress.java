package org.trialog.command.sdtm;

/** Hears how an import goes on. Called by several threads, one at a time. */
public interface ImportProgress {

    /** For who does not want to know. */
    ImportProgress NONE = (subjects, ofSubjects, rows, rowsPerSecond) -> {};

    /**
     * Another subject's rows are done.
     *
     * @param rows of subjects, so far
     */
    void reached(int subjects, int ofSubjects, long rows, double rowsPerSecond);

    /** A sentence about a file that was read otherwise than asked, or not at all. */
    default void warn(String sentence) {}
}
