package org.trialog.command.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.subject.Surroundings.BatchStanding;
import org.trialog.command.subject.Surroundings.SiteStanding;
import org.trialog.events.batch.BatchEvent;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchQuarantined;
import org.trialog.events.batch.BatchRecalled;
import org.trialog.events.batch.BatchRejected;
import org.trialog.events.batch.BatchReleased;
import org.trialog.events.protocol.Protocol;
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
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.wire.FactJson;

/**
 * The guard rows: what subjects' decisions need of the study and its batches, so that they do not load those streams.
 * Written with the facts that change them, in the same transaction, by the one who holds the lock ({@link Locks}).
 */
final class Guards {

    private final JdbcClient database;

    /** Published versions never change: what was read once needs no reading again. */
    private final Map<Version, Protocol> read = new ConcurrentHashMap<>();

    Guards(JdbcClient database) {
        this.database = database;
    }

    private record Version(StudyId study, int number) {}

    /** Every published version; none when there is no such study. */
    SortedMap<Integer, Protocol> protocols(StudyId study) {
        SortedMap<Integer, Protocol> protocols = new TreeMap<>();
        database.sql("select version from store.protocol where study = :study")
                .param("study", study.value())
                .query(Integer.class)
                .list()
                .forEach(number ->
                        protocols.put(number, read.computeIfAbsent(new Version(study, number), this::protocol)));
        return protocols;
    }

    Map<SiteId, SiteStanding> sites(StudyId study) {
        Map<SiteId, SiteStanding> sites = new HashMap<>();
        database.sql("select site, zone from store.site where study = :study")
                .param("study", study.value())
                .query(row -> {
                    sites.put(new SiteId(row.getString(1)), SiteStanding.open(ZoneId.of(row.getString(2))));
                });
        return sites;
    }

    Map<BatchId, BatchStanding> batches(StudyId study, Collection<BatchId> named) {
        Map<BatchId, BatchStanding> batches = new HashMap<>();
        if (!named.isEmpty()) {
            database.sql(
                            """
                select batch, released_on, expires_on from store.batch where study = :study and batch in (:named)
                """)
                    .param("study", study.value())
                    .param("named", named.stream().map(BatchId::value).toList())
                    .query(row -> {
                        batches.put(
                                new BatchId(row.getString(1)),
                                new BatchStanding(
                                        row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
                    });
        }
        return batches;
    }

    void record(StudyId study, StudyEvent fact) {
        switch (fact) {
            case StudyRegistered registered -> {}
            case StudyStatusChanged e -> {}
            case ProtocolActivatedAtSite e -> {}
            case SiteClosed e -> {}
            case DataCutLocked e -> {}
            case DataCutUnlocked e -> {}
            case DosingHeld e -> {}
            case DosingResumed e -> {}
            case AggregateResultRegistered e -> {}
            case GrantGiven e -> {}
            case GrantRevoked e -> {}
            case ProtocolPublished published ->
                database.sql(
                                """
                    insert into store.protocol (study, version, definition)
                    values (:study, :version, cast(:definition as json))
                    """)
                        .param("study", study.value())
                        .param("version", published.version())
                        .param("definition", published.definition().toString())
                        .update();
            case SiteOpened opened ->
                database.sql("insert into store.site (study, site, zone) values (:study, :site, :zone)")
                        .param("study", study.value())
                        .param("site", opened.site().value())
                        .param("zone", opened.zone().getId())
                        .update();
        }
    }

    void record(StudyId study, BatchEvent fact) {
        switch (fact) {
            case BatchManufactured made ->
                database.sql("insert into store.batch (study, batch, expires_on) values (:study, :batch, :expires)")
                        .param("study", study.value())
                        .param("batch", made.batch().value())
                        .param("expires", made.expiresOn())
                        .update();
            case BatchQuarantined e -> {}
            case BatchRejected e -> {}
            case BatchRecalled e -> {}
            case BatchReleased released ->
                database.sql("update store.batch set released_on = :released where study = :study and batch = :batch")
                        .param("released", released.releasedOn())
                        .param("study", study.value())
                        .param("batch", released.batch().value())
                        .update();
        }
    }

    private Protocol protocol(Version version) {
        String definition = database.sql(
                        "select definition::text from store.protocol where study = :study and version = :version")
                .param("study", version.study().value())
                .param("version", version.number())
                .query(String.class)
                .single();
        try {
            return Protocol.of(FactJson.mapper().readTree(definition));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("guard row of " + version + " is not JSON", malformed);
        }
    }
}
