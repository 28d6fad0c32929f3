package org.trialog.command.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.sdtm.StudyLookup;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.wire.FactJson;

/** What is there of a study, read from the guard rows. */
record GuardedStudies(JdbcClient database) implements StudyLookup {

    @Override
    public Optional<Standing> find(StudyId study) {
        Set<SiteId> sites = new HashSet<>(database.sql("select site from store.site where study = ?")
                .param(study.value())
                .query((row, at) -> new SiteId(row.getString(1)))
                .list());
        return database.sql("select definition::text from store.protocol where study = ? order by version desc limit 1")
                .param(study.value())
                .query(String.class)
                .optional()
                .map(definition -> new Standing(protocol(definition), sites));
    }

    private static Protocol protocol(String definition) {
        try {
            return Protocol.of(FactJson.mapper().readTree(definition));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a guard row holds a protocol that cannot be read", broken);
        }
    }
}
