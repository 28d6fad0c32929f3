package org.trialog.command.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.study.AggregateResultRegistered;
import org.trialog.events.study.StudyStatus;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** An order to a study. A request's body is one of these without what its address says. */
public sealed interface StudyOrder extends Order {

    @Override
    default StreamId stream() {
        return StreamId.of(study());
    }

    /** Publishes a protocol version; version 1 registers the study. */
    record PublishProtocol(StudyId study, JsonNode definition) implements StudyOrder {}

    /** @param reason required when it was stopped early */
    record ChangeStudyStatus(
            StudyId study,
            StudyStatus status,
            LocalDate since,
            @Nullable String reason) implements StudyOrder {}

    /** Opens a site, once. */
    record OpenSite(
            StudyId study,
            SiteId site,
            @Nullable String name,
            ZoneId zone,
            @Nullable String country) implements StudyOrder {}

    /** Nobody is screened there from then on. */
    record CloseSite(StudyId study, SiteId site, LocalDate closedOn, String reason) implements StudyOrder {}

    /** A site goes by a published version from a day on, having approved it. */
    record ActivateProtocol(StudyId study, SiteId site, int version, LocalDate approvedOn, LocalDate activeFrom)
            implements StudyOrder {}

    /** Locks what is dated through a day: of the study, or of the one part that is named. */
    record LockDataCut(
            StudyId study,
            @Nullable SiteId site,
            @Nullable SubjectId subject,
            @Nullable String visit,
            LocalDate through,
            String reason)
            implements StudyOrder {}

    record UnlockDataCut(StudyId study, RecordId cut, String reason) implements StudyOrder {}

    /** Holds dosing: of an arm or all, at a site or all. */
    record HoldDosing(
            StudyId study, @Nullable ArmId arm, @Nullable SiteId site, LocalDate since, String reason)
            implements StudyOrder {}

    /** @param on the first day on which doses may be given again */
    record ResumeDosing(StudyId study, RecordId hold, LocalDate on, String reason) implements StudyOrder {}

    /** Registers a published result of one group of another trial, for pooling; the fields are those of the fact. */
    record RegisterAggregate(
            StudyId study,
            String trial,
            String group,
            boolean control,
            String measure,
            Period at,
            int n,
            @Nullable String unit,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal standardDeviation,
            @Nullable BigDecimal median,
            @Nullable BigDecimal lowerQuartile,
            @Nullable BigDecimal upperQuartile,
            @Nullable Integer events,
            @Nullable BigDecimal personYears,
            @Nullable String cellSource,
            @Nullable CellOrigin origin,
            @Nullable Integer injections,
            String source,
            @Nullable String file,
            AggregateResultRegistered.@Nullable Scores scores,
            @Nullable String scale,
            @Nullable String remark)
            implements StudyOrder {}

    /**
     * Registers a whole file of them, or nothing of it.
     *
     * @param file its name, which outcomes use
     */
    record RegisterAggregates(StudyId study, String file, List<Line> lines) implements StudyOrder {

        public RegisterAggregates {
            lines = List.copyOf(lines);
        }

        /** One result and where it stands in the file. */
        public record Line(long number, RegisterAggregate result) {}
    }

    /** Lets an account into the study: a coordinator at a site, everybody else as a whole. */
    record GiveGrant(
            StudyId study,
            String account,
            Role role,
            @Nullable SiteId site) implements StudyOrder {}

    record RevokeGrant(
            StudyId study,
            String account,
            Role role,
            @Nullable SiteId site,
            String reason) implements StudyOrder {}
}
