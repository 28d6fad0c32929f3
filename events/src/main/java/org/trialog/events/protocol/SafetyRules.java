package org.trialog.events.protocol;

import java.util.List;

/**
 * Adverse events of special interest, and what the protocol exempts from expedited reporting.
 *
 * <p>A term matches when it contains the words, whatever their case.
 *
 * @param maternal adverse events of the mother: recorded with her, never with the child (rule 6)
 */
public record SafetyRules(List<String> aesi, List<String> exempt, List<String> maternal) {

    public static final SafetyRules DEFAULT = new SafetyRules(List.of(), List.of(), List.of());

    public SafetyRules {
        aesi = aesi == null ? List.of() : List.copyOf(aesi);
        exempt = exempt == null ? List.of() : List.copyOf(exempt);
        maternal = maternal == null ? List.of() : List.copyOf(maternal);
    }
}
