package org.trialog.query.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.Transfer;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;

/**
 * A subject in a list: what a coordinator looks for first.
 *
 * @param site that follows the subject, null when not recorded
 * @param sharedWith sites that the record was opened to, whenever
 * @param arm the one that analyses go by, null while there is none
 * @param dataCompleteThrough by kind of occurrence, the last day for which its status was confirmed
 * @param counts of records by kind
 * @param flags how many hold
 * @param restricted whether its personal fields are shown to nobody
 */
public record SubjectLine(
        SubjectId subject,
        @Nullable SiteId site,
        List<SiteId> sharedWith,
        @Nullable ArmId arm,
        SubjectStatus status,
        SortedMap<String, LocalDate> dataCompleteThrough,
        SortedMap<String, Integer> counts,
        int flags,
        boolean restricted,
        long version,
        long position) {

    public static SubjectLine of(SubjectRecord record) {
        return new SubjectLine(
                record.subject(),
                siteOf(record).orElse(null),
                sharedWith(record),
                armOf(record).orElse(null),
                SubjectStatus.of(record),
                completeThrough(record),
                counts(record),
                record.flags().size(),
                record.privacy().restriction() != null,
                record.version(),
                record.position());
    }

    /** The site that follows the subject: where it was last transferred to, else where it was screened. */
    public static Optional<SiteId> siteOf(SubjectRecord record) {
        return latest(record, Transfer.class).map(Transfer::to).or(() -> last(record, Screening.class)
                .map(Screening::site));
    }

    /** Every site that has to do with the subject, now or before: who works there sees it. */
    public static Set<SiteId> sitesOf(SubjectRecord record) {
        Set<SiteId> sites = new LinkedHashSet<>(sharedWith(record));
        last(record, Screening.class).map(Screening::site).ifPresent(sites::add);
        record.of(Transfer.class).forEach(moved -> sites.add(moved.details().to()));
        return sites;
    }

    /** The sites that the record was opened to. */
    public static List<SiteId> sharedWith(SubjectRecord record) {
        return record.of(Sharing.class).stream()
                .map(entry -> entry.details().site())
                .distinct()
                .toList();
    }

    private static Optional<ArmId> armOf(SubjectRecord record) {
        return latest(record, ArmChange.class)
                .map(ArmChange::arm)
                .or(() -> last(record, Randomisation.class).map(Randomisation::arm))
                .or(() -> last(record, ArmChoice.class).map(ArmChoice::arm));
    }

    private static SortedMap<String, LocalDate> completeThrough(SubjectRecord record) {
        SortedMap<String, LocalDate> through = new TreeMap<>();
        for (FollowUpKind kind :
                new FollowUpKind[] {FollowUpKind.FRACTURE, FollowUpKind.ADVERSE_EVENT, FollowUpKind.VITAL}) {
            record.of(FollowUp.class).stream()
                    .map(Entry::details)
                    .filter(confirmed -> confirmed.covers(kind))
                    .map(FollowUp::through)
                    .max(Comparator.naturalOrder())
                    .ifPresent(day -> through.put(token(kind), day));
        }
        return through;
    }

    private static String token(FollowUpKind kind) {
        return switch (kind) {
            case FRACTURE -> "fracture";
            case ADVERSE_EVENT -> "adverse-event";
            case VITAL -> "vital";
            case ALL -> "all";
        };
    }

    private static SortedMap<String, Integer> counts(SubjectRecord record) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Entry<?> entry : record.entries()) {
            counts.merge(RecordKind.of(entry.details()).token(), 1, Integer::sum);
        }
        return counts;
    }

    /** The one that happened last, whenever it was entered; of one day, the one made last. */
    private static <D extends ClinicalRecord> Optional<D> latest(SubjectRecord record, Class<D> kind) {
        Comparator<D> byDay = Comparator.comparing(
                made -> made.date().range().map(DateRange::earliest).orElse(LocalDate.MIN));
        return record.of(kind).stream().map(Entry::details).sorted(byDay).reduce((earlier, later) -> later);
    }

    private static <D extends ClinicalRecord> Optional<D> last(SubjectRecord record, Class<D> kind) {
        List<Entry<D>> made = record.of(kind);
        return made.isEmpty() ? Optional.empty() : Optional.of(made.getLast().details());
    }
}
