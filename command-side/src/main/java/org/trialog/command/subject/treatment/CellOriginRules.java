package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.HARVEST;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.command.subject.Surroundings.BatchStanding;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.Harvest;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.SubjectId;

/**
 * Rule 16: autologous cells are the subject's own and were harvested before they are given; allogeneic cells come from
 * somebody else. Cells can be given on the day of their harvest.
 */
public final class CellOriginRules {
    private static final String[] CODES = {
        "autologous-of-another", "allogeneic-of-self", "harvest-missing", "harvest-after-dose"
    };

    private CellOriginRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(16, CODES)
                        .heeding(HARVEST)
                        .on(
                                Treatment.class,
                                (dose, matter) -> judge(dose.batch(), matter.range(), matter, Finding::breach)),
                Rule.number(16, CODES)
                        .heeding(HARVEST)
                        .on(
                                DoseAuthorisation.class,
                                (planned, matter) -> judge(
                                        planned.batch(),
                                        Optional.of(DateRange.on(planned.plannedOn())),
                                        matter,
                                        Finding::wrong)));
    }

    private static List<Finding> judge(
            @Nullable BatchId batch, Optional<DateRange> day, Matter matter, Severity severity) {
        BatchStanding standing =
                batch == null ? null : matter.surroundings().batches().get(batch);
        if (standing == null || standing.origin() == null) {
            return List.of();
        }
        SubjectId self = matter.state().subject();
        if (standing.origin() == CellOrigin.ALLOGENEIC) {
            return self.equals(standing.donorSubject())
                    ? List.of(severity.finding(
                                    16,
                                    "allogeneic-of-self",
                                    "The batch is of another donor's cells by its kind, and its donor is the subject"
                                            + " itself: correct the batch or choose another.")
                            .at("batch"))
                    : List.of();
        }
        List<Finding> findings = new ArrayList<>(ofAnother(standing.donorSubject(), self, severity));
        findings.addAll(harvest(day, matter, severity));
        return findings;
    }

    /** Where the batch does not say whose cells they are, they can be anybody's. */
    private static List<Finding> ofAnother(@Nullable SubjectId donor, SubjectId self, Severity severity) {
        Certainty another = donor == null ? Certainty.POSSIBLY : donor.equals(self) ? Certainty.NO : Certainty.SURELY;
        return another.raise(() -> severity.finding(
                        16,
                        "autologous-of-another",
                        "The batch is of another subject's own cells: give each subject the batch of its own.")
                .at("batch"));
    }

    private static List<Finding> harvest(Optional<DateRange> day, Matter matter, Severity severity) {
        List<Held<Harvest>> harvests = matter.state().standing(Harvest.class);
        if (harvests.isEmpty()) {
            return List.of(severity.finding(
                            16,
                            "harvest-missing",
                            "The subject's own cells are given, and no harvest of them is recorded: record it first.")
                    .at("batch"));
        }
        Certainty after = Certainty.SURELY;
        for (Held<Harvest> harvest : harvests) {
            Optional<DateRange> taken = matter.range(harvest.details().date());
            after = after.and(
                    day.isEmpty() || taken.isEmpty() ? Certainty.POSSIBLY : Certainty.before(day.get(), taken.get()));
        }
        return after.raise(() -> severity.finding(
                        16, "harvest-after-dose", "The cells were harvested only after the day of the dose.")
                .at("date"));
    }
}
