package org.trialog.command.sdtm.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.file.Row;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.ArmId;

/**
 * How the names in the source stand in the study's protocol, whether the import wrote the protocol or it was there
 * before: codes are compared without case, else labels.
 */
public final class StudyWords {

    private static final Set<String> NO_ARM = Set.of("NOTASSGN", "NOTTRT", "UNPLAN");

    private final Protocol protocol;
    private final Map<String, String> visitNames = new HashMap<>();
    private final Map<String, PlannedVisit> visits = new HashMap<>();
    private final Map<String, String> measurements = new HashMap<>();
    private final Map<String, Instrument> instruments = new HashMap<>();

    /** @param planned rows of tv: they give the name of a visit that sv only numbers */
    public StudyWords(Protocol protocol, List<Row> planned) {
        this.protocol = protocol;
        for (Row row : planned) {
            String number = row.get("VISITNUM");
            String name = row.get("VISIT");
            if (number != null && name != null && SdtmText.isNumber(number)) {
                visitNames.putIfAbsent(SdtmText.plain(number), name);
            }
        }
        for (PlannedVisit visit : protocol.visits()) {
            visits.put(SdtmText.slug(visit.code()), visit);
            visit.label().values().forEach(label -> {
                visits.putIfAbsent(label, visit);
                visits.putIfAbsent(SdtmText.slug(label), visit);
            });
        }
        protocol.measurements().forEach(measured -> measurements.put(SdtmText.slug(measured.code()), measured.code()));
        protocol.instruments().forEach(instrument -> instruments.put(SdtmText.slug(instrument.id()), instrument));
    }

    public Protocol protocol() {
        return protocol;
    }

    /** Whether the planned arm of a dm row says that the subject was not let in. */
    static boolean screenFailure(Row dm) {
        return says(dm, "ARMCD", "SCRNFAIL")
                || says(dm, "ARMNRS", "SCREEN FAILURE")
                || says(dm, "ARM", "SCREEN FAILURE");
    }

    /** The arm that a dm row plans; empty for a screen failure and where none was assigned. */
    static @Nullable String armCode(Row dm) {
        String code = dm.get("ARMCD");
        return code == null || screenFailure(dm) || NO_ARM.contains(SdtmText.upper(code)) ? null : code;
    }

    ArmId arm(String code) {
        return arm(code, null).orElseGet(() -> new ArmId(SdtmText.identifier(code)));
    }

    Optional<ArmId> arm(String code, @Nullable String name) {
        String id = SdtmText.identifier(code);
        return protocol.arms().stream()
                .filter(arm -> arm.id().value().equalsIgnoreCase(id) || (name != null && labelled(arm, name)))
                .map(Arm::id)
                .findFirst();
    }

    private static boolean labelled(Arm arm, String name) {
        return arm.label().values().stream().anyMatch(label -> label.equalsIgnoreCase(name));
    }

    /** The name of a visit: as its row gives it, else as tv names the number. */
    @Nullable
    String visitName(@Nullable String number, @Nullable String name) {
        return name != null || number == null ? name : visitNames.get(SdtmText.plain(number));
    }

    /** The planned visit of that name; a visit that tv does not name as planned was unscheduled. */
    Optional<PlannedVisit> visit(@Nullable String number, @Nullable String name) {
        String known = visitName(number, name);
        if (known != null) {
            PlannedVisit labelled = visits.get(known);
            return Optional.ofNullable(labelled == null ? visits.get(SdtmText.slug(known)) : labelled);
        }
        return number == null
                ? Optional.empty()
                : Optional.ofNullable(visits.get(SdtmText.slug(SdtmText.plain(number))));
    }

    /** The protocol's code of a measurement. */
    String measurement(String testCode) {
        String slug = SdtmText.slug(testCode);
        return measurements.getOrDefault(slug, slug);
    }

    /** The protocol's instrument of that category, if it has one. */
    Optional<Instrument> instrument(String category) {
        return Optional.ofNullable(instruments.get(SdtmText.slug(category)));
    }

    private static boolean says(Row dm, String column, String code) {
        String value = dm.get(column);
        return value != null && SdtmText.upper(value).equals(code);
    }
}
