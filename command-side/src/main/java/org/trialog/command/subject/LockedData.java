package org.trialog.command.subject;

import static org.trialog.events.clinical.RecordKind.ANALYSIS_REVIEW;
import static org.trialog.events.clinical.RecordKind.DEVIATION;
import static org.trialog.events.clinical.RecordKind.DOSE_AUTHORISATION;
import static org.trialog.events.clinical.RecordKind.SAFETY_REPORT;
import static org.trialog.events.clinical.RecordKind.SHARING;
import static org.trialog.events.clinical.RecordKind.TRANSFER;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Surroundings.DataCut;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.AtVisit;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Visit;
import org.trialog.events.subject.Corrected;
import org.trialog.events.subject.Recorded;
import org.trialog.events.subject.Retracted;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.RecordId;

/**
 * Rule 38: what is dated on or before the day of a locked cut does not change, whoever asks and from wherever it comes.
 * Follow-up after that day goes on, and reports of serious adverse events are always accepted: they change no figure of the
 * cut, which is read as known at its position. A date that may lie on either side is recorded and flagged.
 */
final class LockedData {

    private static final int RULE = 38;

    /** What is about the study's conduct, not data of the cut. */
    private static final Set<RecordKind> OPEN =
            EnumSet.of(DEVIATION, ANALYSIS_REVIEW, SHARING, TRANSFER, DOSE_AUTHORISATION, SAFETY_REPORT);

    private LockedData() {}

    static Rule rule() {
        return Rule.number(RULE, "locked").onAll(LockedData::perhaps);
    }

    /** Why a fact cannot be recorded; empty when no cut surely covers it. */
    static Optional<Finding> refusal(SubjectState state, SubjectEvent fact, Surroundings surroundings) {
        if (surroundings.cuts().isEmpty() || reportsSeriousEvent(state, fact)) {
            return Optional.empty();
        }
        Stream<Matter> said =
                switch (fact) {
                    case Recorded<?> made -> Stream.of(matter(made.id(), made.details(), state, surroundings));
                    case Corrected<?> corrected ->
                        Stream.of(corrected.before(), corrected.after())
                                .map(details -> matter(corrected.id(), details, state, surroundings));
                    case Retracted<?> retracted ->
                        Stream.of(matter(retracted.id(), retracted.was(), state, surroundings));
                    default -> Stream.empty();
                };
        return said.flatMap(matter -> covering(matter, Certainty.SURELY).stream())
                .findFirst()
                .map(LockedData::locked);
    }

    private static List<Finding> perhaps(Matter matter) {
        if (matter.surroundings().cuts().isEmpty()) {
            return List.of();
        }
        return covering(matter, Certainty.POSSIBLY).stream()
                .limit(1)
                .map(cut -> locked(cut).possibly())
                .toList();
    }

    private static Matter matter(RecordId id, ClinicalRecord details, SubjectState state, Surroundings surroundings) {
        return new Matter(id, RecordIds.number(id), details, state, surroundings, false);
    }

    private static List<DataCut> covering(Matter matter, Certainty wanted) {
        if (OPEN.contains(RecordKind.of(matter.details()))) {
            return List.of();
        }
        Optional<DateRange> range = matter.range();
        return matter.surroundings().cuts().stream()
                .filter(cut -> covers(cut, matter))
                .filter(cut -> range.map(date -> within(date, cut.through())).orElse(Certainty.POSSIBLY) == wanted)
                .toList();
    }

    private static Certainty within(DateRange date, LocalDate through) {
        if (!date.latest().isAfter(through)) {
            return Certainty.SURELY;
        }
        return date.earliest().isAfter(through) ? Certainty.NO : Certainty.POSSIBLY;
    }

    private static boolean covers(DataCut cut, Matter matter) {
        return (cut.site() == null || cut.site().equals(matter.site()))
                && (cut.subject() == null || cut.subject().equals(matter.state().subject()))
                && (cut.visit() == null || cut.visit().equals(visit(matter.state(), matter.details())));
    }

    /** The code of the planned visit that a record is, or belongs to. */
    private static @Nullable String visit(SubjectState state, ClinicalRecord record) {
        if (record instanceof Visit visit) {
            return visit.code();
        }
        @Nullable RecordId at = record instanceof AtVisit taken ? taken.visit() : null;
        return at == null
                ? null
                : state.record(at)
                        .map(held -> held.details() instanceof Visit visit ? visit.code() : null)
                        .orElse(null);
    }

    private static boolean reportsSeriousEvent(SubjectState state, SubjectEvent fact) {
        return switch (fact) {
            case Recorded<?>(RecordId id, AdverseEvent event) -> event.serious();
            case Recorded<?>(RecordId id, AdverseEventFollowUp further) -> seriousOnce(state, further);
            case Corrected<?>(RecordId id, ClinicalRecord before, AdverseEvent after) -> after.serious();
            case Corrected<?>(RecordId id, ClinicalRecord before, AdverseEventFollowUp after) ->
                seriousOnce(state, after);
            default -> false;
        };
    }

    private static boolean seriousOnce(SubjectState state, AdverseEventFollowUp further) {
        return Boolean.TRUE.equals(further.serious())
                || state.record(further.of())
                        .filter(held -> held.details() instanceof AdverseEvent event && event.serious())
                        .isPresent();
    }

    private static Finding locked(DataCut cut) {
        return Finding.unintelligible(
                        RULE,
                        "locked",
                        "Data up to %s are locked (%s): ask the data manager to unlock them, with the reason."
                                .formatted(cut.through(), cut.id()))
                .at("date")
                .with("cut", cut.id());
    }
}
