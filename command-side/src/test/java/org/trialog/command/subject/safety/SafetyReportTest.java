package org.trialog.command.subject.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.adverseEvent;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.death;
import static org.trialog.command.subject.Records.furtherCourse;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.report;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.ReportKind;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;

/** A child with an adverse event of 1 April 2023 that led to hospital. */
class SafetyReportTest {
    private final Clinic ill = Clinic.opens()
            .knows(childIn("cells"))
            .knows(adverseEvent(
                    "2023-04-01", 3, true, AdverseEventOutcome.RECOVERING, SeriousnessCriterion.HOSPITALISATION));

    @Test
    void rule33_nothingIsReportedBeforeItHappened() {
        ill.neverTrue(33, "reported-before-known", report("2023-03-31", Addressee.SPONSOR));
        ill.trusts("reported-before-known", report("2023-04-01", Addressee.SPONSOR));
        ill.trusts("reported-before-known", report("2023-04", Addressee.SPONSOR));
    }

    @Test
    void rule33_whatWasLearnedLaterIsNotReportedBeforeThat() {
        Clinic worse = ill.knows(furtherCourse(AdverseEventOutcome.NOT_RECOVERED, null));
        worse.neverTrue(33, "reported-before-known", tells("2023-04-30", "adverse-event-follow-up-1"));
        worse.trusts("reported-before-known", tells("2023-05-01", "adverse-event-follow-up-1"));
    }

    @Test
    void rule33_aReportTellsOfOneCase() {
        Clinic two = ill.knows(adverseEvent("2023-04-02"));
        two.neverTrue(33, "cause-of-another-case", tells("2023-04-10", "adverse-event-2"));
        two.neverTrue(33, "cause-of-another-case", tells("2023-04-10", "adverse-event-follow-up-7"));
        two.trusts("cause-of-another-case", tells("2023-04-10", "adverse-event-1"));
        two.trusts("cause-of-another-case", tells("2023-04-10", null));
    }

    @Test
    void rule33_aReportIsFlaggedWhenWhatItTellsOfIsRetracted() {
        Clinic told = ill.knows(
                furtherCourse(AdverseEventOutcome.NOT_RECOVERED, null),
                tells("2023-05-02", "adverse-event-follow-up-1"));
        assertThat(told.retracts("adverse-event-follow-up-1").flags("safety-report-1"))
                .contains("cause-of-another-case");
    }

    @Test
    void rule17_aReportIsNotSentInTheFuture() {
        ill.neverTrue(17, "date-in-future", report("2030-01-01", Addressee.SPONSOR));
    }

    @ParameterizedTest
    @EnumSource(value = Addressee.class, names = "SPONSOR", mode = EnumSource.Mode.EXCLUDE)
    void rule37_theSiteReportsToTheSponsorAndTheSponsorToEverybodyElse(Addressee other) {
        Clinic sponsor = ill.as(Role.DATA_MANAGER);
        ill.refuses(37, "another-roles-record", report("2023-04-02", other));
        sponsor.refuses(37, "another-roles-record", report("2023-04-02", Addressee.SPONSOR));
        ill.as(Role.INVESTIGATOR).refuses(37, "another-roles-record", report("2023-04-02", other));
        ill.knows(report("2023-04-02", Addressee.SPONSOR));
        sponsor.knows(report("2023-04-02", other));
    }

    @Test
    void rule38_aReportIsRecordedAfterAnyLock() {
        assertThat(ill.lockedThrough("2023-12-31")
                        .knows(report("2023-04-02", Addressee.SPONSOR))
                        .flags())
                .doesNotContain("locked");
    }

    @Test
    void rule18_andRule22_aReportIsSentAfterDeathAndAfterCompletion() {
        for (Clinic ended :
                new Clinic[] {ill.knows(death("2023-05-01")), ill.knows(new Completion(on("2023-05-01")))}) {
            assertThat(ended.knows(report("2023-05-03", Addressee.SPONSOR)).flags("safety-report-1"))
                    .isEmpty();
        }
    }

    private static SafetyReport tells(String date, @Nullable String cause) {
        return new SafetyReport(
                on(date),
                new RecordId("adverse-event-1"),
                Addressee.SPONSOR,
                ReportKind.FOLLOW_UP,
                cause == null ? null : new RecordId(cause),
                null);
    }
}
