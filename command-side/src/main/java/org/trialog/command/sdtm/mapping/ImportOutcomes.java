package org.trialog.command.sdtm.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.file.Row;
import org.trialog.command.sdtm.file.SdtmFolder;
import org.trialog.events.wire.FactJson;

/**
 * The outcomes that a study gets when the import registers it: definitions as data ({@code import-outcomes.json}), each
 * labelled as made by the import, those that the data can say something about. Time starts at the first dose, or at
 * enrolment where no dose was imported.
 *
 * <p>The dermatologic event is the one of CDISC's pilot submission: its terms and body system in {@code ADTTE}.
 */
final class ImportOutcomes {

    private static final String SKIN = "SKIN AND SUBCUTANEOUS TISSUE DISORDERS";

    private ImportOutcomes() {}

    static ArrayNode of(SdtmFolder folder) {
        String anchor = folder.rows(Domain.EX).isEmpty() ? "enrolment" : "first-dose";
        ArrayNode chosen = FactJson.mapper().createArrayNode();
        for (JsonNode entry : shipped()) {
            if (has(folder, entry.path("needs").asText())) {
                chosen.add(((ObjectNode) entry.path("outcome")).put("anchor", anchor));
            }
        }
        return chosen;
    }

    private static boolean has(SdtmFolder folder, String needed) {
        return switch (needed) {
            case "adverse-events" -> !folder.rows(Domain.AE).isEmpty();
            case "skin-events" -> folder.rows(Domain.AE).stream().anyMatch(ImportOutcomes::ofSkin);
            case "fractures" -> folder.rows(Domain.CE).stream().anyMatch(ImportOutcomes::fracture);
            default -> throw new IllegalStateException("import-outcomes.json needs '" + needed + "'");
        };
    }

    private static boolean ofSkin(Row row) {
        String organ = row.get("AEBODSYS");
        return organ != null && SdtmText.upper(organ).equals(SKIN);
    }

    private static boolean fracture(Row row) {
        return (row.get("CEDECOD") != null || row.get("CETERM") != null) && CeRow.fracture(row);
    }

    private static JsonNode shipped() {
        try (InputStream resource =
                Objects.requireNonNull(ImportOutcomes.class.getResourceAsStream("import-outcomes.json"))) {
            return FactJson.mapper().readTree(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
