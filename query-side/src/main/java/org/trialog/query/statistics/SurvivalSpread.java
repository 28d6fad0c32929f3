package org.trialog.query.statistics;

import java.util.List;

/** How uncertain a survival curve is: the part of Kaplan-Meier that depends on who is independent of whom. */
interface SurvivalSpread {

    /** Standard error of S at a row where S is positive. */
    Estimate standardError(int row, double survival);

    /** Standard error of the area under the rows' steps, each as wide as stated. */
    Estimate areaStandardError(List<SurvivalRow> rows, double[] widths);
}
