package org.trialog.command.subject;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.value.RecordId;

/** How records are named within a subject: the kind and a number that counts up, {@code fracture-3}, {@code flag-7}. */
final class RecordIds {
    private static final Map<String, RecordKind> KINDS =
            Arrays.stream(RecordKind.values()).collect(Collectors.toMap(RecordKind::token, Function.identity()));
    private static final Map<Class<?>, RecordKind> TYPES =
            Arrays.stream(RecordKind.values()).collect(Collectors.toMap(RecordKind::type, Function.identity()));

    private static final Map<RecordKind, List<RecordKind>> SUPPLEMENTS = Arrays.stream(RecordKind.values())
            .filter(kind -> kind.supplemented().isPresent())
            .collect(Collectors.groupingBy(kind -> kind.supplemented().orElseThrow()));

    static final String QUERY = "query-";

    private RecordIds() {}

    static RecordId of(RecordKind kind, int number) {
        return new RecordId(kind.token() + "-" + number);
    }

    static RecordId flag(int number) {
        return new RecordId("flag-" + number);
    }

    static RecordId query(int number) {
        return new RecordId(QUERY + number);
    }

    /** The kinds that say more of that one. */
    static List<RecordKind> supplementsOf(RecordKind kind) {
        return SUPPLEMENTS.getOrDefault(kind, List.of());
    }

    static RecordKind kind(Class<? extends ClinicalRecord> type) {
        RecordKind kind = TYPES.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type + " is not one kind of record");
        }
        return kind;
    }

    /** Empty when no record of ours can have that id. */
    static Optional<RecordKind> kind(RecordId id) {
        int dash = id.value().lastIndexOf('-');
        return dash < 0
                ? Optional.empty()
                : Optional.ofNullable(KINDS.get(id.value().substring(0, dash)));
    }

    /** 0 when it has none that could be ours. */
    static int number(RecordId id) {
        String digits = id.value().substring(id.value().lastIndexOf('-') + 1);
        boolean number = !digits.isEmpty()
                && digits.length() <= 9
                && digits.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }
}
