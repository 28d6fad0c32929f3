package org.trialog.command.subject.score;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.protocol.Instrument.Item;

/**
 * The answers to an instrument's items and the totals that they allow. Where all items are answered, or where items are
 * alternatives (their greatest sum exceeds the instrument's maximum, as with 5a or 5b of the ALSFRS-R), only the sum; with
 * permitted gaps any total that the open items could give.
 */
record Answers(Instrument instrument, Map<String, BigDecimal> given) {
    boolean none() {
        return given.isEmpty();
    }

    boolean enough() {
        @Nullable Integer required = instrument.required();
        long answered = instrument.items().stream().filter(this::answered).count();
        return answered >= (required == null ? instrument.items().size() : required);
    }

    boolean give(BigDecimal total) {
        BigDecimal sum = given.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (alternatives()) {
            return total.compareTo(sum) == 0;
        }
        Predicate<Item> open = item -> !answered(item);
        BigDecimal least =
                instrument.items().stream().filter(open).map(Item::minimum).reduce(sum, BigDecimal::add);
        BigDecimal most =
                instrument.items().stream().filter(open).map(Item::maximum).reduce(sum, BigDecimal::add);
        return total.compareTo(least) >= 0 && total.compareTo(most) <= 0;
    }

    private boolean alternatives() {
        return instrument.items().stream()
                        .map(Item::maximum)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(instrument.maximum())
                > 0;
    }

    private boolean answered(Item item) {
        return given.containsKey(item.id());
    }
}
