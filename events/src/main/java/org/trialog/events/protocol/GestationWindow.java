package org.trialog.events.protocol;

import org.trialog.events.value.GestationalAge;

/**
 * Gestational ages from and to, both included.
 */
public record GestationWindow(GestationalAge from, GestationalAge to) {}
