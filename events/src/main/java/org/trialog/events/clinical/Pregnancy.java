package org.trialog.events.clinical;

import java.time.LocalDate;
import org.trialog.events.value.ClinicalDate;

/**
 * The pregnancy was dated: the ground of gestational and corrected age.
 *
 * @param date when it was dated
 * @param expectedDate gestational week 40+0
 * @param fetuses 1 for a singleton
 */
public record Pregnancy(ClinicalDate date, LocalDate expectedDate, DatingMethod method, int fetuses)
        implements ClinicalRecord {}
