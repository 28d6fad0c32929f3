package org.trialog.command.sdtm.mapping;

import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.file.Row;

/**
 * What a row of ds says of the subject's way through the study, by its coded term and category (CDISC controlled
 * terminology NCOMPLT and PROTMLST). Free text is never interpreted.
 */
enum DispositionKind {
    RANDOMISED,
    ENROLLED,
    SCREEN_FAILURE,
    COMPLETED,
    DEATH,
    LOST,
    LEFT_BY_OWN_WISH,
    ENDED_BY_SPONSOR,
    DISCONTINUED,
    TREATMENT_ENDED,
    /** A milestone or another event that is none of these. */
    OTHER;

    static DispositionKind of(Row row) {
        String term = upper(row.get("DSDECOD"));
        String category = upper(row.get("DSCAT"));
        boolean disposition = category.isEmpty() || category.contains("DISPOSITION");
        if (term.equals("RANDOMIZED") || term.equals("RANDOMISED")) {
            return RANDOMISED;
        }
        if (term.equals("ENROLLED")) {
            return ENROLLED;
        }
        if (!disposition) {
            return OTHER;
        }
        if (upper(row.get("DSSCAT")).contains("TREATMENT")) {
            return term.equals("DEATH") ? DEATH : TREATMENT_ENDED;
        }
        return switch (term) {
            case "SCREEN FAILURE", "FAILURE TO MEET RANDOMIZATION CRITERIA" -> SCREEN_FAILURE;
            case "COMPLETED" -> COMPLETED;
            case "DEATH" -> DEATH;
            case "LOST TO FOLLOW-UP" -> LOST;
            case "WITHDRAWAL BY SUBJECT", "WITHDRAWAL BY PARENT/GUARDIAN" -> LEFT_BY_OWN_WISH;
            case "STUDY TERMINATED BY SPONSOR", "SITE TERMINATED BY SPONSOR" -> ENDED_BY_SPONSOR;
            default -> category.isEmpty() ? OTHER : DISCONTINUED;
        };
    }

    private static String upper(@Nullable String text) {
        return text == null ? "" : SdtmText.upper(text);
    }
}
