package org.trialog.query.study;

import java.time.LocalDate;

/** From which day something holds, and why. */
public record Reasoned(LocalDate on, String reason) {}
