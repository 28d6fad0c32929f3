package org.trialog.command.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchQuarantined;
import org.trialog.events.batch.BatchRecalled;
import org.trialog.events.batch.BatchRejected;
import org.trialog.events.batch.BatchReleased;
import org.trialog.events.study.AggregateResultRegistered;
import org.trialog.events.study.DataCutLocked;
import org.trialog.events.study.DataCutUnlocked;
import org.trialog.events.study.DosingHeld;
import org.trialog.events.study.DosingResumed;
import org.trialog.events.study.GrantGiven;
import org.trialog.events.study.GrantRevoked;
import org.trialog.events.study.ProtocolActivatedAtSite;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.study.SiteClosed;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.study.StudyRegistered;
import org.trialog.events.study.StudyStatusChanged;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.Token;

/**
 * The guard rows as facts change them: what subjects' decisions need of the study and its batches, so that they do not load
 * those streams. Written with the facts, in the same transaction, by the one who holds the lock ({@link Locks}).
 */
record GuardWriting(JdbcClient database, StudyId study) {

    void record(StudyEvent fact) {
        switch (fact) {
            case StudyRegistered registered -> {}
            case StudyStatusChanged changed -> {}
            case AggregateResultRegistered registered -> {}
            case ProtocolPublished published ->
                write(
                        """
                        insert into store.protocol (study, version, definition)
                        values (:study, :version, cast(:definition as json))
                        """,
                        "version",
                        published.version(),
                        "definition",
                        published.definition().toString());
            case SiteOpened opened ->
                write(
                        "insert into store.site (study, site, zone) values (:study, :site, :zone)",
                        "site",
                        opened.site().value(),
                        "zone",
                        opened.zone().getId());
            case SiteClosed closed ->
                write(
                        "update store.site set closed_on = :day where study = :study and site = :site",
                        "day",
                        closed.closedOn(),
                        "site",
                        closed.site().value());
            case ProtocolActivatedAtSite activated ->
                write(
                        """
                        insert into store.site_activation (study, site, active_from, version)
                        values (:study, :site, :day, :version)
                        """,
                        "site",
                        activated.site().value(),
                        "day",
                        activated.activeFrom(),
                        "version",
                        activated.version());
            case DataCutLocked locked ->
                write(
                        """
                        insert into store.data_cut (study, cut, site, subject, visit, through_day)
                        values (:study, :cut, :site, :subject, :visit, :day)
                        """,
                        "cut",
                        locked.cut().value(),
                        "site",
                        text(locked.site()),
                        "subject",
                        text(locked.subject()),
                        "visit",
                        locked.visit(),
                        "day",
                        locked.through());
            case DataCutUnlocked unlocked ->
                write(
                        "delete from store.data_cut where study = :study and cut = :cut",
                        "cut",
                        unlocked.cut().value());
            case DosingHeld held ->
                write(
                        """
                        insert into store.dosing_hold (study, hold, place, arm, site, since)
                        values (:study, :hold, (select 1 + count(*) from store.dosing_hold where study = :study),
                            :arm, :site, :day)
                        """,
                        "hold",
                        held.hold().value(),
                        "arm",
                        text(held.arm()),
                        "site",
                        text(held.site()),
                        "day",
                        held.since());
            case DosingResumed resumed ->
                write(
                        "update store.dosing_hold set until_day = :day where study = :study and hold = :hold",
                        "day",
                        resumed.on(),
                        "hold",
                        resumed.hold().value());
            case GrantGiven given ->
                write(
                        "insert into store.grant (study, account, role, site) values (:study, :account, :role, :site)",
                        "account",
                        given.account(),
                        "role",
                        Token.of(given.role()),
                        "site",
                        text(given.site()));
            case GrantRevoked revoked ->
                write(
                        """
                        delete from store.grant where study = :study and account = :account and role = :role
                            and site is not distinct from :site
                        """,
                        "account",
                        revoked.account(),
                        "role",
                        Token.of(revoked.role()),
                        "site",
                        text(revoked.site()));
        }
    }

    void record(BatchEvent fact) {
        switch (fact) {
            case BatchManufactured made ->
                write(
                        """
                        insert into store.batch (study, batch, expires_on, origin, donor_subject)
                        values (:study, :batch, :day, :origin, :donor)
                        """,
                        "batch",
                        made.batch().value(),
                        "day",
                        made.expiresOn(),
                        "origin",
                        made.origin() == null ? null : Token.of(made.origin()),
                        "donor",
                        text(made.donorSubject()));
            case BatchReleased released ->
                write(
                        """
                        update store.batch
                        set released_on = :day, out_of_specification = :out, quarantined_on = null
                        where study = :study and batch = :batch
                        """,
                        "batch",
                        released.batch().value(),
                        "day",
                        released.releasedOn(),
                        "out",
                        released.outOfSpecification() != null);
            case BatchQuarantined taken -> stands("quarantined_on", taken.batch(), taken.quarantinedOn());
            case BatchRejected never -> stands("rejected_on", never.batch(), never.rejectedOn());
            case BatchRecalled back -> stands("recalled_on", back.batch(), back.recalledOn());
        }
    }

    private void stands(String column, BatchId batch, LocalDate day) {
        write(
                "update store.batch set " + column + " = :day where study = :study and batch = :batch",
                "day",
                day,
                "batch",
                batch.value());
    }

    /** @param named parameters: a name, its value, and so on */
    private void write(String sql, @Nullable Object... named) {
        JdbcClient.StatementSpec statement = database.sql(sql).param("study", study.value());
        for (int i = 0; i < named.length; i += 2) {
            statement = statement.param(String.valueOf(named[i]), named[i + 1]);
        }
        statement.update();
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
