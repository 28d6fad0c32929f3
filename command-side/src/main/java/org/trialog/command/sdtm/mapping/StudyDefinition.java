package org.trialog.command.sdtm.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.file.Row;
import org.trialog.command.sdtm.file.SdtmFolder;
import org.trialog.events.value.StudyId;
import org.trialog.events.wire.FactJson;

/**
 * The protocol that an import publishes for a study that does not exist: title, condition and registry from ts, arms from
 * dm, visits from tv (without windows: SDTM has none), the measurements, instruments and clinical events that the data
 * name.
 *
 * <p>The arm whose name says placebo, control or untreated comes first and is the reference; the others follow by name.
 * None is a control arm of ours: that would forbid the placebo doses.
 * A study whose dm assigns no arm has a single one for all.
 */
public final class StudyDefinition {

    private static final List<String> REFERENCE = List.of("placebo", "control", "untreated", "no treatment");

    private final ObjectNode definition = FactJson.mapper().createObjectNode();
    private final SdtmFolder folder;

    private StudyDefinition(SdtmFolder folder) {
        this.folder = folder;
    }

    /**
     * The definition as JSON, valid for {@link org.trialog.events.protocol.Protocol#of}.
     *
     * @param subjects rows of dm that belong to the study
     */
    public static ObjectNode of(StudyId study, ZoneId zone, SdtmFolder folder, List<Row> subjects) {
        StudyDefinition made = new StudyDefinition(folder);
        made.definition.put("study", study.value()).put("version", 1);
        made.summary(study);
        made.definition.put("synthetic", false).put("zone", zone.getId());
        made.arms(subjects);
        made.visits();
        made.definition.set("instruments", FoundInstruments.of(folder.rows(Domain.QS)));
        made.measurements();
        made.clinicalEvents();
        made.definition.set("outcomes", ImportOutcomes.of(folder));
        return made.definition;
    }

    private void summary(StudyId study) {
        String title = parameter("TITLE");
        definition.put("title", title == null ? study.value() : title);
        put("registry", parameter("REGID"));
        put("condition", parameter("INDIC"));
    }

    private void put(String name, @Nullable String value) {
        if (value != null) {
            definition.put(name, value);
        }
    }

    private @Nullable String parameter(String code) {
        return folder.rows(Domain.TS).stream()
                .filter(row -> code.equalsIgnoreCase(row.get("TSPARMCD")))
                .map(row -> row.get("TSVAL"))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    private void arms(List<Row> subjects) {
        SortedMap<String, @Nullable String> arms = new TreeMap<>(
                Comparator.comparing(StudyDefinition::notReference).thenComparing(Comparator.naturalOrder()));
        Map<String, String> codes = new LinkedHashMap<>();
        for (Row dm : subjects) {
            String code = StudyWords.armCode(dm);
            if (code != null) {
                String name = dm.get("ARM");
                codes.putIfAbsent(SdtmText.identifier(code), name == null ? code : name);
            }
        }
        codes.forEach((id, name) -> arms.put(name + "\n" + id, id));
        ArrayNode listed = definition.putArray("arms");
        if (arms.isEmpty()) {
            arms.put("All subjects\nall", "all");
        }
        arms.forEach((sorted, id) -> {
            ObjectNode arm = listed.addObject().put("id", id);
            arm.putObject("label").put("en", sorted.substring(0, sorted.indexOf('\n')));
            arm.put("control", false).put("retrospective", false);
        });
    }

    private static boolean notReference(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return REFERENCE.stream().noneMatch(lower::contains);
    }

    private void visits() {
        ArrayNode listed = definition.putArray("visits");
        TreeSet<String> codes = new TreeSet<>();
        for (Row row : folder.rows(Domain.TV)) {
            PlannedRow planned = PlannedRow.of(row);
            if (planned != null && codes.add(planned.code())) {
                listed.add(planned.json());
            }
        }
    }

    private void measurements() {
        SortedMap<String, @Nullable String> units = new TreeMap<>();
        for (Row row : folder.rows(Domain.VS)) {
            String test = row.get("VSTESTCD");
            String unit = VsRow.unit(row);
            if (test != null && unit != null) {
                units.putIfAbsent(SdtmText.slug(test), unit);
            }
        }
        ArrayNode listed = definition.putArray("measurements");
        units.forEach((code, unit) -> listed.addObject().put("code", code).put("unit", unit));
    }

    private void clinicalEvents() {
        TreeSet<String> kinds = new TreeSet<>();
        for (Row row : folder.rows(Domain.DS)) {
            if (DsRow.mayBeEvent(row)) {
                kinds.add(DsRow.eventKind(row));
            }
        }
        for (Row row : folder.rows(Domain.CE)) {
            if ((row.get("CEDECOD") != null || row.get("CETERM") != null) && !CeRow.fracture(row)) {
                kinds.add(CeRow.eventKind(row));
            }
        }
        ArrayNode listed = definition.putArray("clinicalEvents");
        kinds.forEach(listed::add);
    }
}
