package org.trialog.events.wire;

/** Texts of others in a table that a spreadsheet opens. */
public final class CsvCell {

    private CsvCell() {}

    /** A cell that a spreadsheet would take for a formula gets an apostrophe. */
    public static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return formula && !cell.matches("-?[0-9.]+([eE][+-]?[0-9]+)?") ? "'" + cell : cell;
    }
}
