package org.trialog.events.clinical;

import java.math.BigDecimal;
import org.trialog.events.value.ClinicalDate;

/**
 * A prognosis that somebody's model gave: entered, never computed here.
 *
 * @param date when it was made
 * @param model its name, for example {@code ENCALS}
 * @param endpoint what it predicts, as the protocol names it
 * @param value of the prognosis
 * @param unit of the value, for example {@code months}
 * @param origin the anchor of the protocol from which the value counts
 */
public record Prediction(
        ClinicalDate date, String model, String version, String endpoint, BigDecimal value, String unit, String origin)
        implements ClinicalRecord {}
