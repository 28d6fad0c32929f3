package org.trialog.command.subject.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.on;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.value.RecordId;

class SpecialInterestTest {
    private final Clinic child = Clinic.opens().knows(enrolledChild());

    @Test
    void rule35_anEventOfSpecialInterestFlagsItself() {
        Clinic embolism = child.doubts("special-interest", event("PULMONARY EMBOLISM"));

        assertThat(embolism.state().flags(new RecordId("adverse-event-1")))
                .anySatisfy(flag -> assertThat(flag.values()).containsEntry("words", "Embolism"));
        child.doubts("special-interest", event("Brain tumour"));
        child.trusts("special-interest", event("FEVER"));
    }

    @Test
    void rule35_anotherTermIsOfNoSpecialInterest() {
        assertThat(child.knows(event("Tumour"))
                        .corrects("adverse-event-1", event("FEVER"))
                        .flags())
                .isEmpty();
    }

    private static AdverseEvent event(String term) {
        return new AdverseEvent(
                on("2023-04-01"), null, term, null, null, null, false, Set.of(), null, null, null, null);
    }
}
