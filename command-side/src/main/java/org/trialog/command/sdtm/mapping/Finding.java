package org.trialog.command.sdtm.mapping;

import org.trialog.command.sdtm.file.Row;

/**
 * What was found out about a row when reading it, before any rule judged it.
 *
 * @param rule number in the domain's list of rules, 0 when it is none of them
 * @param reason code, as in {@code date-does-not-exist}
 */
public record Finding(Row row, Weight weight, int rule, String reason) {

    /** What it means for the row. */
    public enum Weight {
        /** The row is kept; a value of it could not be. */
        FLAGGED,
        /** The row is not kept. */
        REJECTED,
        /** The file says the same twice. */
        DUPLICATE
    }
}
