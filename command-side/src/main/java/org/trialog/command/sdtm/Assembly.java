package org.trialog.command.sdtm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.file.Row;
import org.trialog.command.sdtm.file.SdtmFolder;
import org.trialog.command.sdtm.mapping.SubjectRows;
import org.trialog.command.sdtm.report.Tally;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * Puts the rows of a folder together by subject. A row of another study, without a subject, or of a subject that dm does
 * not have, is rejected here.
 */
final class Assembly {

    private final StudyId study;
    private final Tally tally;
    private final Map<String, SubjectRows> subjects = new LinkedHashMap<>();

    private Assembly(StudyId study, Tally tally) {
        this.study = study;
        this.tally = tally;
    }

    /** The subjects in the order of dm. */
    static List<SubjectRows> of(SdtmFolder folder, StudyId study, Tally tally) {
        Assembly assembly = new Assembly(study, tally);
        folder.rows(Domain.DM).forEach(assembly::subject);
        for (Domain domain : folder.tables().keySet()) {
            if (domain != Domain.DM && !domain.studyLevel()) {
                folder.rows(domain).forEach(assembly::row);
            }
        }
        return new ArrayList<>(assembly.subjects.values());
    }

    /** Whether a row is of the study: its STUDYID without case, other characters than letters and digits as a hyphen. */
    static boolean ofStudy(Row row, StudyId study) {
        String says = row.get("STUDYID");
        return says != null && plain(says).equals(plain(study.value()));
    }

    private void subject(Row dm) {
        String usubjid = usubjid(dm);
        if (usubjid == null) {
            return;
        }
        SubjectRows known = subjects.get(usubjid);
        if (known != null) {
            known.add(dm);
            return;
        }
        try {
            subjects.put(usubjid, new SubjectRows(new SubjectId(usubjid), dm));
        } catch (IllegalArgumentException notACode) {
            tally.reject(dm, 0, "subject-not-a-code");
        }
    }

    private void row(Row row) {
        String usubjid = usubjid(row);
        if (usubjid == null) {
            return;
        }
        SubjectRows subject = subjects.get(usubjid);
        if (subject == null) {
            tally.reject(row, 0, "subject-not-in-dm");
        } else {
            subject.add(row);
        }
    }

    private @Nullable String usubjid(Row row) {
        if (!ofStudy(row, study)) {
            tally.reject(row, 0, "other-study");
            return null;
        }
        String usubjid = row.get("USUBJID");
        if (usubjid == null) {
            tally.reject(row, 0, "subject-missing");
        }
        return usubjid;
    }

    private static String plain(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
