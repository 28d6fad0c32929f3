package org.trialog.events.protocol;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * From when on the subject itself is asked (rule 1).
 *
 * @param assent age from which a child's assent is needed beside the guardian's consent; null when it is not
 * @param majority age from which the subject consents for itself
 */
public record ConsentAges(@Nullable Period assent, Period majority) {

    public static final ConsentAges DEFAULT = new ConsentAges(null, Period.ofYears(18));

    public ConsentAges {
        majority = majority == null ? Period.ofYears(18) : majority;
    }
}
