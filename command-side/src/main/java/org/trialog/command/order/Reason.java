package org.trialog.command.order;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;

/**
 * Why something that was recorded is touched: coded, and in words.
 *
 * @param code one of those for the act in question
 * @param words required of a person who corrects or retracts; an import has none
 */
public record Reason(String code, @Nullable Personal<String> words) {

    /** Why a record is corrected or retracted. */
    public static final Set<String> CODES = Set.of(
            "transcription-error",
            "source-updated",
            "late-information",
            "duplicate",
            "wrong-subject",
            "entered-in-error",
            "re-import",
            "other");

    /** Why a personal field is redacted: what should never have been entered, and nothing else. */
    public static final Set<String> OF_REDACTION = Set.of("entered-in-error", "wrong-subject", "identifies-a-person");

    /** Why processing is restricted: the grounds of GDPR article 18, or erasure was asked for and retention runs. */
    public static final Set<String> OF_RESTRICTION = Set.of(
            "accuracy-contested", "unlawful-processing", "legal-claim", "objection", "erasure-requested", "other");

    /** Why a restriction ends. */
    public static final Set<String> OF_LIFTING = Set.of("ground-ended", "request-withdrawn", "other");

    public Reason {
        if (Stream.of(CODES, OF_REDACTION, OF_RESTRICTION, OF_LIFTING).noneMatch(codes -> codes.contains(code))) {
            throw new IllegalArgumentException("'%s' is no reason for anything".formatted(code));
        }
    }
}
