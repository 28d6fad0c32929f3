package org.trialog.events.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;

/**
 * Dosing was held: no dose is authorised meanwhile; one given all the same is recorded and flagged (rule 14).
 *
 * @param hold its own id within the study, {@code hold-1}
 * @param arm null for every arm
 * @param site null for every site
 */
public record DosingHeld(
        RecordId hold, @Nullable ArmId arm, @Nullable SiteId site, LocalDate since, String reason)
        implements StudyEvent {}
