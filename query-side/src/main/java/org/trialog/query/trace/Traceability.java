package org.trialog.query.trace;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.record.Entry;
import org.trialog.query.record.SubjectLine;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.study.Batch;
import org.trialog.query.study.StudyView;

/**
 * Every batch that a question asks for, with where its cells came from and to whom they went (rule 13).
 *
 * @param batches in the order in which they were manufactured; those that only a dose names come last
 */
public record Traceability(List<Traced> batches) {

    private static final int YEARS_KEPT = 30;

    public Traceability {
        batches = List.copyOf(batches);
    }

    /**
     * A batch between its donor and the subjects.
     *
     * @param known where it came from; null when a dose names a batch that was never recorded
     * @param keptThrough until when this must be kept: 30 years after expiry
     */
    public record Traced(BatchId batch, @Nullable Batch known, @Nullable LocalDate keptThrough, List<Dose> doses) {
        public Traced {
            doses = List.copyOf(doses);
        }
    }

    /** A dose of a batch. */
    public record Dose(
            SubjectId subject,
            @Nullable SiteId site,
            RecordId treatment,
            ClinicalDate date,
            @Nullable Integer number,
            Quantity amount) {}

    /** Forward from a donor: by its code, or the subject itself where that gave the cells. */
    public static Traceability ofDonor(StudyView study, List<SubjectRecord> records, String donor) {
        return of(study, records, batch -> study.batch(batch)
                .filter(known -> donor.equals(known.donor())
                        || (known.donorSubject() != null
                                && donor.equals(known.donorSubject().value())))
                .isPresent());
    }

    /** Both ways from a batch. */
    public static Traceability ofBatch(StudyView study, List<SubjectRecord> records, String batch) {
        return of(study, records, one -> one.value().equals(batch));
    }

    /** Back from a subject: the batches that it got, or gave the cells of, and everybody else who got of them. */
    public static Traceability ofSubject(StudyView study, List<SubjectRecord> records, String subject) {
        Set<BatchId> own = new LinkedHashSet<>();
        records.stream()
                .filter(record -> record.subject().value().equals(subject))
                .flatMap(record -> record.of(Treatment.class).stream())
                .map(dose -> dose.details().batch())
                .filter(Objects::nonNull)
                .forEach(own::add);
        return of(
                study,
                records,
                batch -> own.contains(batch)
                        || study.batch(batch)
                                .map(Batch::donorSubject)
                                .filter(donor -> donor.value().equals(subject))
                                .isPresent());
    }

    private static Traceability of(StudyView study, List<SubjectRecord> records, Predicate<BatchId> asked) {
        Set<BatchId> batches = new LinkedHashSet<>();
        study.batches().forEach(batch -> batches.add(batch.batch()));
        records.stream()
                .flatMap(record -> record.of(Treatment.class).stream())
                .map(dose -> dose.details().batch())
                .filter(Objects::nonNull)
                .sorted()
                .forEach(batches::add);
        return new Traceability(batches.stream()
                .filter(asked)
                .map(batch -> traced(study, records, batch))
                .toList());
    }

    private static Traced traced(StudyView study, List<SubjectRecord> records, BatchId batch) {
        Optional<Batch> known = study.batch(batch);
        return new Traced(
                batch,
                known.orElse(null),
                known.map(made -> made.expiresOn().plusYears(YEARS_KEPT)).orElse(null),
                records.stream().flatMap(record -> doses(record, batch)).toList());
    }

    private static Stream<Dose> doses(SubjectRecord record, BatchId batch) {
        SiteId site = SubjectLine.siteOf(record).orElse(null);
        return record.of(Treatment.class).stream()
                .filter(dose -> batch.equals(dose.details().batch()))
                .map(dose -> dose(record, site, dose));
    }

    private static Dose dose(SubjectRecord record, @Nullable SiteId site, Entry<Treatment> dose) {
        Treatment given = dose.details();
        return new Dose(record.subject(), site, dose.id(), given.date(), given.number(), given.amount());
    }
}
