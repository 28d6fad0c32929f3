package org.trialog.command.sdtm;

import org.trialog.events.personal.SubjectKey;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** A dry run gives out no subject's key: what it seals is thrown away with this one. */
final class RehearsalKeys implements SubjectKeys {

    private final SubjectKey key = SubjectKey.generate("rehearsal");

    @Override
    public SubjectKey of(StudyId study, SubjectId subject) {
        return key;
    }
}
