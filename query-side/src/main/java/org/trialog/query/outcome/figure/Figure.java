package org.trialog.query.outcome.figure;

import java.util.List;
import org.trialog.events.protocol.OutcomeDefinition;

/**
 * An outcome computed: its numbers, and the subjects and facts behind them.
 *
 * @param outcome id of the definition
 * @param version of the definition
 * @param definitionHash SHA-256 in hexadecimal of the definition's canonical JSON
 * @param result what receipts hash; {@link FigureJson} writes it
 * @param behind in the order of the result's groups; not part of the result
 */
public record Figure(
        String outcome,
        int version,
        OutcomeDefinition.Kind kind,
        String definitionHash,
        Result result,
        List<Behind> behind) {

    public Figure {
        behind = List.copyOf(behind);
    }
}
