package org.trialog.events.protocol;

import java.util.List;

/**
 * Adverse events of special interest, and what the protocol exempts from expedited reporting.
 */
public record SafetyRules(List<String> aesi, List<String> exempt) {

    public static final SafetyRules DEFAULT = new SafetyRules(List.of(), List.of());

    public SafetyRules {
        aesi = aesi == null ? List.of() : List.copyOf(aesi);
        exempt = exempt == null ? List.of() : List.copyOf(exempt);
    }
}
