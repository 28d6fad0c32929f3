package org.trialog.events.subject;

import org.trialog.events.Fact;

/** What can happen to a subject. */
public sealed interface SubjectEvent extends Fact
        permits Recorded,
                Corrected,
                Retracted,
                RecordFlagged,
                FlagResolved,
                QueryOpened,
                QueryAnswered,
                QueryClosed,
                FieldRedacted,
                ProcessingRestricted,
                RestrictionLifted {}
