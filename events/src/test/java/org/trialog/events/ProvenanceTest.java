package org.trialog.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

class ProvenanceTest {

    private static final Provenance FULL = new Provenance(
            Instant.parse("2026-11-22T03:38:58.123456789Z"),
            "anna",
            Role.DATA_MANAGER,
            new SiteId("SE"),
            Source.IMPORT,
            "trialog import",
            new StudyId("boostb4"),
            new SubjectId("SE-004"),
            "command",
            "correlation",
            "cause",
            "late-information",
            new Personal<>("key-1", "c2VhbGVk"),
            "dm|SE-004|abc");

    @Test
    void itReadsBackFromTheMetadata() {
        assertThat(Provenance.of(FULL.toMap())).isEqualTo(FULL);
    }

    @Test
    void whatIsAbsentStaysAbsent() {
        Provenance sparse = new Provenance(
                Instant.parse("2026-11-22T03:38:58Z"),
                "local:root",
                Role.COORDINATOR,
                null,
                Source.LOCAL,
                null,
                new StudyId("boostb4"),
                null,
                "command",
                "correlation",
                null,
                null,
                null,
                null);

        assertThat(sparse.toMap().keySet())
                .containsExactly("recordedAt", "actor", "role", "source", "study", "command", "correlationId");
        assertThat(Provenance.of(sparse.toMap())).isEqualTo(sparse);
    }

    @Test
    void recordedTimeHasExactlySixDecimalsSoThatTextAndTimeSortAlike() {
        assertThat(FULL.toMap()).containsEntry("recordedAt", "2026-11-22T03:38:58.123456Z");
        assertThat(Provenance.INSTANT.format(Instant.parse("2026-11-22T03:38:58Z")))
                .isEqualTo("2026-11-22T03:38:58.000000Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recordedAt", "actor", "role", "source", "study", "command", "correlationId"})
    void aMandatoryEntryThatIsMissingIsNamed(String key) {
        Map<String, String> metadata = new HashMap<>(FULL.toMap());
        metadata.remove(key);

        assertThatThrownBy(() -> Provenance.of(metadata))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'" + key + "'");
    }
}
