package org.trialog.command.sdtm.mapping;

/** What the mapping of one row may look at beyond the row: the subject's other rows, the study's words, the option. */
record SubjectCase(SubjectRows rows, StudyWords words, FollowUpThrough through) {}
