package org.trialog.events.value;

import java.math.BigDecimal;

/** An amount and its unit as written, {@code 3000000 cells/kg} or {@code 54 mg}. Never negative. */
public record Quantity(BigDecimal amount, String unit) {

    public Quantity {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("an amount cannot be negative");
        }
        if (unit.isBlank() || unit.length() > 40) {
            throw new IllegalArgumentException("a unit has 1 to 40 characters");
        }
    }
}
