package org.trialog.query.plot;

import org.trialog.query.plot.svg.Ink;
import org.trialog.query.plot.svg.Svg;

/** How the group with that number from 0 is told from the others: by colour and by dashes, never by colour alone. */
record Series(int number) {

    private static final String[] DASHES = {"", "7 3", "2 2", "9 3 2 3", "4 2 1 2 1 2", "12 4"};

    Ink ink() {
        return Ink.series(number);
    }

    /** Six colours; the second round of them has other dashes, so no two of 36 groups look alike. */
    String dashes() {
        return DASHES[(number + number / DASHES.length) % DASHES.length];
    }

    void sample(Svg svg, double x, double y) {
        svg.stroked(ink(), 2, dashes(), () -> svg.line(x, y, x + 34, y));
    }
}
