package org.trialog.events.clinical;

import org.trialog.events.value.ClinicalDate;

/**
 * The subject left the study, or a scope of it (rule 22).
 *
 * @param reason coded
 */
public record Withdrawal(ClinicalDate date, WithdrawalKind kind, String reason) implements ClinicalRecord {}
