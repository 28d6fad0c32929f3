package org.trialog.command.order;

import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;

/** Something that is to happen to one stream: all of it, or nothing. */
public sealed interface Order permits StudyOrder, BatchOrder, SubjectOrder {

    StudyId study();

    StreamId stream();
}
