package org.trialog.query.overview;

import java.time.LocalDate;
import java.util.List;
import org.trialog.events.protocol.Protocol;
import org.trialog.query.outcome.figure.Result;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.study.Batch;

/**
 * What stands around every figure of a study. Pure: the same records, protocol and cut-off give the same tables, in whatever
 * order the records come.
 */
public record Overview(
        List<ParticipantFlow.Row> flow,
        List<BaselineTable.Row> baseline,
        List<ExposureTable.Row> exposure,
        List<VisitCompleteness.Row> visits,
        Result fractureRateByAge) {

    public Overview {
        flow = List.copyOf(flow);
        baseline = List.copyOf(baseline);
        exposure = List.copyOf(exposure);
        visits = List.copyOf(visits);
    }

    /**
     * @param batches of the study
     * @param cutoff the last day that counts, included
     */
    public static Overview of(Protocol protocol, List<SubjectRecord> records, List<Batch> batches, LocalDate cutoff) {
        Cohorts cohorts = Cohorts.of(protocol, records, cutoff);
        return new Overview(
                new ParticipantFlow(cohorts).rows(),
                new BaselineTable(cohorts).rows(),
                new ExposureTable(cohorts).rows(),
                new VisitCompleteness(cohorts).rows(),
                FractureRateByAge.of(protocol, records, batches, cutoff));
    }
}
