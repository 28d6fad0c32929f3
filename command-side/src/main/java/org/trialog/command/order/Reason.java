package org.trialog.command.order;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;

/**
 * Why a record is corrected or retracted: coded, and in words.
 *
 * @param code one of {@link #CODES}
 * @param words required of a person; an import has none
 */
public record Reason(String code, @Nullable Personal<String> words) {

    public static final Set<String> CODES = Set.of(
            "transcription-error",
            "source-updated",
            "late-information",
            "duplicate",
            "wrong-subject",
            "entered-in-error",
            "re-import",
            "other");

    public Reason {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("'%s' is not a reason: choose one of %s".formatted(code, CODES));
        }
    }
}
