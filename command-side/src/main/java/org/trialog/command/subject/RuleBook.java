package org.trialog.command.subject;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trialog.events.clinical.RecordKind;

/** The rules in the order of their importance when several refuse the same act. */
public final class RuleBook {
    /** All rules there are. */
    public static final RuleBook STANDARD = new RuleBook(List.of());

    private final List<Rule> rules;
    private final Map<RecordKind, List<Rule>> byKind = new EnumMap<>(RecordKind.class);

    public RuleBook(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        for (RecordKind kind : RecordKind.values()) {
            byKind.put(
                    kind,
                    rules.stream().filter(rule -> rule.kinds().contains(kind)).toList());
        }
    }

    public List<Rule> rules() {
        return rules;
    }

    /** Those that judge records of a kind. */
    public List<Rule> rules(RecordKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** The same without the rule that raises this code: what would it have changed? */
    public RuleBook without(String code) {
        return new RuleBook(rules.stream().filter(rule -> !rule.raises(code)).toList());
    }
}
