package org.trialog.query.study;

import java.time.LocalDate;

/**
 * A protocol version that a site goes by from a day on.
 *
 * @param approvedOn the day of the approval there
 */
public record Activation(int version, LocalDate approvedOn, LocalDate activeFrom) {}
