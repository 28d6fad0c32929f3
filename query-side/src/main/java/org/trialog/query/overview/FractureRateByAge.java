package org.trialog.query.overview;

import java.time.LocalDate;
import java.util.List;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.query.outcome.Outcomes;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.outcome.figure.Result;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.study.Batch;

/**
 * The rate of fractures from birth by age, of all subjects together: person-time is split where a subject comes into another
 * band (Lexis). An outcome like any other, which every study has without asking for it.
 */
final class FractureRateByAge {

    private static final OutcomeDefinition DEFINITION = ProtocolFile.readOutcome("fracture rate by age", """
        id: fracture-rate-by-age
        version: 1
        kind: event-rate
        event: {kind: fracture}
        anchor: birth
        by: age-band
        """);

    private FractureRateByAge() {}

    static Result of(Protocol protocol, List<SubjectRecord> records, List<Batch> batches, LocalDate cutoff) {
        return Outcomes.compute(protocol, DEFINITION, records, batches, cutoff, null, Publication.UNSTATED)
                .result();
    }
}
