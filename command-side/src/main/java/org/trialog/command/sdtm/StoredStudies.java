package org.trialog.command.sdtm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.subject.SubjectState;
import org.trialog.events.Provenance;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

/** What the store holds of a study, for an import to compare with: its protocol, its sites, its subjects' states. */
public final class StoredStudies implements StudyLookup {

    private static final TypeReference<Map<String, String>> ENTRIES = new TypeReference<>() {};

    private final JdbcClient database;

    public StoredStudies(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    private record Stored(SubjectEvent fact, Provenance provenance) {}

    @Override
    public Optional<Standing> find(StudyId study) {
        return database.sql("""
            select definition::text from store.protocol where study = :study order by version desc limit 1
            """)
                .param("study", study.value())
                .query(String.class)
                .optional()
                .map(definition -> new Standing(protocol(definition), sites(study)));
    }

    /** The state of a subject as its events leave it; empty when it has none. */
    public SubjectState state(StudyId study, SubjectId subject) {
        List<Stored> stored = database.sql("""
            select type, revision, payload, metadata from store.event where stream = :stream order by stream_sequence
            """)
                .param("stream", StreamId.of(study, subject).value())
                .query((row, number) -> stored(row))
                .list();
        SubjectState state = SubjectState.empty(study, subject);
        for (Stored one : stored) {
            state = state.evolve(one.fact(), one.provenance());
        }
        return state;
    }

    private Set<SiteId> sites(StudyId study) {
        return new HashSet<>(database.sql("select site from store.site where study = :study")
                .param("study", study.value())
                .query((row, number) -> new SiteId(row.getString(1)))
                .list());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        try {
            SubjectEvent fact = (SubjectEvent) FactJson.read(row.getString(1), row.getString(2), row.getString(3));
            return new Stored(fact, Provenance.of(FactJson.mapper().readValue(row.getString(4), ENTRIES)));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("the metadata of a stored event is not JSON", malformed);
        }
    }

    private static Protocol protocol(String definition) {
        try {
            return Protocol.of(FactJson.mapper().readTree(definition));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("a stored protocol is not JSON", malformed);
        }
    }
}
