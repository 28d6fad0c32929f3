package org.trialog.command.sdtm;

import org.trialog.events.personal.SubjectKey;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** The keys of subjects: given out on first use, kept outside the history. Called by several threads. */
public interface SubjectKeys {

    SubjectKey of(StudyId study, SubjectId subject);
}
