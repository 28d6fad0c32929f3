package org.trialog.query.outcome.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.value.CtcaeGrade;
import org.trialog.events.value.Token;

/** What adverse events are told apart by within a group. */
enum Breakdown {
    TERM,
    SYSTEM_ORGAN_CLASS,
    GRADE,
    SERIOUSNESS,
    RELATEDNESS;

    private static final String NOT_STATED = "not stated";

    /** One value, with the class of a term. */
    record Value(String name, @Nullable String systemOrganClass) {}

    String token() {
        return Token.of(this);
    }

    static Optional<Breakdown> of(String token) {
        return Stream.of(values()).filter(one -> one.token().equals(token)).findFirst();
    }

    /** @param worst the highest grade of the event, null when nobody graded it */
    Value value(AdverseEvent event, @Nullable CtcaeGrade worst) {
        return switch (this) {
            case TERM -> new Value(folded(event.term()), organClass(event));
            case SYSTEM_ORGAN_CLASS -> plain(organClass(event));
            case GRADE -> plain(worst == null ? null : Integer.toString(worst.value()));
            case SERIOUSNESS -> plain(event.serious() ? "serious" : "not serious");
            case RELATEDNESS -> plain(event.relatedness() == null ? null : Token.of(event.relatedness()));
        };
    }

    /** Values that there always are stand in their own order; others by how often they came, over all groups. */
    Comparator<Value> order(Comparator<Value> byFrequency) {
        List<String> own = new ArrayList<>();
        switch (this) {
            case TERM, SYSTEM_ORGAN_CLASS -> {
                return byFrequency
                        .thenComparing(Value::name)
                        .thenComparing(value -> String.valueOf(value.systemOrganClass()));
            }
            case GRADE -> own.addAll(List.of("1", "2", "3", "4", "5"));
            case SERIOUSNESS -> own.addAll(List.of("serious", "not serious"));
            case RELATEDNESS -> Stream.of(Relatedness.values()).map(Token::of).forEach(own::add);
        }
        own.add(NOT_STATED);
        return Comparator.comparingInt(value -> own.indexOf(value.name()));
    }

    private static Value plain(@Nullable String name) {
        return new Value(name == null ? NOT_STATED : name, null);
    }

    private static @Nullable String organClass(AdverseEvent event) {
        return event.systemOrganClass() == null ? null : folded(event.systemOrganClass());
    }

    /** Dictionary terms are the same whatever their case. */
    private static String folded(String words) {
        return words.strip().toUpperCase(Locale.ROOT);
    }
}
