package org.trialog.command.subject.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.authorisation;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.harvest;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.command.subject.Surroundings.BatchStanding;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.SubjectId;

class HarvestTest {
    private static final String DAY = "2023-03-10";

    private final Clinic child = Clinic.opens().knows(childIn("cells"));
    private final Clinic own = child.batch("B1", batch(CellOrigin.AUTOLOGOUS, "SE-001"));

    @Test
    void rule16_aSubjectsOwnCellsWereHarvestedFromIt() {
        own.onlyAsDeviation(16, "harvest-missing", dose(1, DAY, "B1"));
        own.knows(harvest("2023-03-11")).onlyAsDeviation(16, "harvest-after-dose", dose(1, DAY, "B1"));
        own.knows(harvest("2023-03")).doubts("possibly-harvest-after-dose", dose(1, DAY, "B1"));
        own.knows(harvest("2023-03-10")).trusts("harvest-after-dose", dose(1, DAY, "B1"));
        own.knows(harvest("2023-03-02"), harvest("2023-03-20")).trusts("harvest-after-dose", dose(1, DAY, "B1"));
    }

    @Test
    void rule16_aHarvestThatIsRecordedLateExplainsTheDose() {
        Clinic deviating = own.deviates(dose(1, DAY, "B1"));
        assertThat(deviating.flags("treatment-1")).contains("harvest-missing");

        assertThat(deviating.knows(harvest("2023-03-02")).flags("treatment-1")).doesNotContain("harvest-missing");
    }

    @Test
    void rule16_anothersOwnCellsAreNotGiven() {
        Clinic harvested = child.knows(harvest("2023-03-02"));

        harvested
                .batch("B1", batch(CellOrigin.AUTOLOGOUS, "SE-002"))
                .onlyAsDeviation(16, "autologous-of-another", dose(1, DAY, "B1"));
        harvested
                .batch("B1", batch(CellOrigin.AUTOLOGOUS, null))
                .doubts("possibly-autologous-of-another", dose(1, DAY, "B1"));
        harvested
                .batch("B1", batch(CellOrigin.AUTOLOGOUS, "SE-001"))
                .trusts("autologous-of-another", dose(1, DAY, "B1"));
    }

    @Test
    void rule16_aDonorsCellsAreNotTheSubjectsOwn() {
        child.batch("B1", batch(CellOrigin.ALLOGENEIC, "SE-001"))
                .onlyAsDeviation(16, "allogeneic-of-self", dose(1, DAY, "B1"));
        child.batch("B1", batch(CellOrigin.ALLOGENEIC, "SE-002")).trusts("allogeneic-of-self", dose(1, DAY, "B1"));
        child.batch("B1", batch(CellOrigin.ALLOGENEIC, null)).trusts("harvest-missing", dose(1, DAY, "B1"));
    }

    @Test
    void rule16_isStrictBeforeTheDose() {
        own.neverTrue(16, "harvest-missing", authorisation(1, DAY, "B1"));
        own.knows(harvest("2023-03-11")).neverTrue(16, "harvest-after-dose", authorisation(1, DAY, "B1"));
        own.knows(harvest("2023-03-02")).trusts("harvest-missing", authorisation(1, DAY, "B1"));
    }

    private static BatchStanding batch(CellOrigin origin, String donor) {
        return new BatchStanding(
                LocalDate.parse("2023-02-01"),
                LocalDate.parse("2023-12-31"),
                false,
                null,
                null,
                null,
                origin,
                donor == null ? null : new SubjectId(donor));
    }
}
