package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;

/**
 * A pregnancy ended. A live birth is recorded as a birth, too.
 */
public record PregnancyOutcome(ClinicalDate date, PregnancyEnd outcome) implements ClinicalRecord {}
