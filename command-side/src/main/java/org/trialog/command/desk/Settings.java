package org.trialog.command.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.subject.Surroundings.DataCut;
import org.trialog.command.subject.Surroundings.DosingHold;
import org.trialog.command.subject.Surroundings.SiteStanding;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

/** Reads the setting of a study from its guard rows: few, so all of them in one question. */
final class Settings {

    private final JdbcClient database;

    /** Published versions never change: what was read once needs no reading again. */
    private final Map<Version, Protocol> read = new ConcurrentHashMap<>();

    Settings(JdbcClient database) {
        this.database = database;
    }

    private record Version(StudyId study, int number) {}

    /** @param subject whose own cuts count; those of the whole study and of sites always do */
    Setting of(StudyId study, @Nullable SubjectId subject) {
        SortedMap<Integer, Protocol> protocols = new TreeMap<>();
        Map<SiteId, SiteStanding> sites = new HashMap<>();
        List<DosingHold> holds = new ArrayList<>();
        List<DataCut> cuts = new ArrayList<>();
        database.sql(
                        """
            select 1 as kind, null as id, null as part, null as site, null as words, null::date as since,
                null::date as until_day, version as number
            from store.protocol where study = :study
            union all
            select 2, null, null, site, zone, null, closed_on, null from store.site where study = :study
            union all
            select 3, null, null, site, null, active_from, null, version from store.site_activation where study = :study
            union all
            select 4, hold, arm, site, null, since, until_day, place from store.dosing_hold where study = :study
            union all
            select 5, cut, subject, site, visit, null, through_day, null from store.data_cut
            where study = :study and (subject is null or subject = :subject)
            order by kind, number
            """)
                .param("study", study.value())
                .param("subject", subject == null ? null : subject.value())
                .query(row -> {
                    switch (row.getInt("kind")) {
                        case 1 -> protocols.put(row.getInt("number"), protocol(study, row.getInt("number")));
                        case 2 -> sites.put(new SiteId(row.getString("site")), site(row));
                        case 3 ->
                            Objects.requireNonNull(sites.get(new SiteId(row.getString("site"))))
                                    .activations()
                                    .put(day(row, "since"), row.getInt("number"));
                        case 4 -> holds.add(hold(row));
                        default -> cuts.add(cut(row));
                    }
                });
        return new Setting(protocols, sites, holds, cuts);
    }

    private static SiteStanding site(ResultSet row) throws SQLException {
        return new SiteStanding(
                ZoneId.of(row.getString("words")), row.getObject("until_day", LocalDate.class), new TreeMap<>());
    }

    private static DosingHold hold(ResultSet row) throws SQLException {
        return new DosingHold(
                new RecordId(row.getString("id")),
                named(row, "part", ArmId::new),
                named(row, "site", SiteId::new),
                day(row, "since"),
                row.getObject("until_day", LocalDate.class));
    }

    private static DataCut cut(ResultSet row) throws SQLException {
        return new DataCut(
                new RecordId(row.getString("id")),
                named(row, "site", SiteId::new),
                named(row, "part", SubjectId::new),
                row.getString("words"),
                day(row, "until_day"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static <T> @Nullable T named(ResultSet row, String column, Function<String, T> id) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : id.apply(text);
    }

    private Protocol protocol(StudyId study, int number) {
        return read.computeIfAbsent(new Version(study, number), this::protocol);
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
