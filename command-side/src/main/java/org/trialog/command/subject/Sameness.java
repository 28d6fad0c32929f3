package org.trialog.command.subject;

import java.util.Objects;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalRecord;

/** Whether two records say the same. Ciphertexts of the same clear text differ, so a birth is compared by what is clear. */
final class Sameness {
    private Sameness() {}

    static boolean same(ClinicalRecord one, ClinicalRecord other) {
        if (one instanceof Birth first && other instanceof Birth second) {
            return first.age().birth().equals(second.age().birth())
                    && Objects.equals(first.gestationalAge(), second.gestationalAge())
                    && Objects.equals(first.sex(), second.sex());
        }
        return one.equals(other);
    }
}
