package org.trialog.command.subject.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.adverseEvent;
import static org.trialog.command.subject.Records.clinicalEvent;
import static org.trialog.command.subject.Records.death;
import static org.trialog.command.subject.Records.enrolledChild;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.SeriousnessCriterion;

class SafetyRulesTest {
    private final Clinic child = Clinic.opens().knows(enrolledChild());

    @Test
    void rule31_whatIsFatalIsSerious() {
        AdverseEvent fatal = adverseEvent("2023-04-01", null, false, AdverseEventOutcome.FATAL);
        child.neverTrue(31, "fatal-not-serious", fatal);
        child.neverTrue(31, "fatal-not-serious", adverseEvent("2023-04-01", 5, false, AdverseEventOutcome.UNKNOWN));
        child.neverTrue(
                31,
                "fatal-not-serious",
                adverseEvent("2023-04-01", 4, false, AdverseEventOutcome.UNKNOWN, SeriousnessCriterion.DEATH));
        assertThat(child.refuses(31, "fatal-not-serious", fatal).fields()).containsExactly("acts[0].serious");
    }

    @Test
    void rule31_aFatalEventWithoutADeathIsFlaggedUntilThereIsOne() {
        Clinic fatal = child.doubts(
                "fatal-without-death",
                adverseEvent("2023-04-01", 5, true, AdverseEventOutcome.FATAL, SeriousnessCriterion.DEATH));

        assertThat(fatal.knows(death("2023-04-02")).flags()).isEmpty();
    }

    @Test
    void rule31_seriousHasACriterionAndACriterionMakesSerious() {
        child.doubts(
                "seriousness-without-criterion", adverseEvent("2023-04-01", 2, true, AdverseEventOutcome.RECOVERED));
        child.doubts(
                "criterion-not-serious",
                adverseEvent(
                        "2023-04-01", 2, false, AdverseEventOutcome.RECOVERED, SeriousnessCriterion.HOSPITALISATION));
    }

    @Test
    void rule32_aSevereEventNeedNotBeSerious() {
        assertThat(child.knows(adverseEvent("2023-04-01", 4, false, AdverseEventOutcome.RECOVERED))
                        .flags())
                .isEmpty();
    }

    @Test
    void aClinicalEventIsOfAKindThatTheProtocolDeclares() {
        child.neverTrue(0, "clinical-event-unknown", clinicalEvent("2023-04-01", "walking"));
        child.trusts("clinical-event-unknown", clinicalEvent("2023-04-01", "rodding-surgery"));
    }
}
