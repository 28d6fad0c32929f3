package org.trialog.events.study;

import org.trialog.events.Fact;

/** What can happen to a study. */
public sealed interface StudyEvent extends Fact
        permits StudyRegistered,
                StudyStatusChanged,
                ProtocolPublished,
                ProtocolActivatedAtSite,
                SiteOpened,
                SiteClosed,
                DataCutLocked,
                DataCutUnlocked,
                DosingHeld,
                DosingResumed,
                AggregateResultRegistered,
                GrantGiven,
                GrantRevoked {}
