package org.trialog.command.judgement;

import java.util.List;
import java.util.function.Supplier;
import org.trialog.events.value.DateRange;

/** What partial dates let one say: true on no reading of them, on some, or on every one. Only the last can refuse. */
public enum Certainty {
    NO,
    POSSIBLY,
    SURELY;

    /** Whether a date lies on a later day than the limit. */
    public static Certainty after(DateRange date, DateRange limit) {
        if (date.surelyAfter(limit)) {
            return SURELY;
        }
        return date.latest().isAfter(limit.earliest()) ? POSSIBLY : NO;
    }

    /** Whether a date lies on an earlier day than the limit. */
    public static Certainty before(DateRange date, DateRange limit) {
        return date.surelyBefore(limit) ? SURELY : date.earliest().isBefore(limit.latest()) ? POSSIBLY : NO;
    }

    /** Whether a date lies outside a window whose own place may be uncertain by as much as its two readings differ. */
    public static Certainty outside(DateRange date, DateRange earliestWindow, DateRange latestWindow) {
        if (date.latest().isBefore(earliestWindow.earliest()) || date.earliest().isAfter(latestWindow.latest())) {
            return SURELY;
        }
        boolean insideBoth = !date.earliest().isBefore(latestWindow.earliest())
                && !date.latest().isAfter(earliestWindow.latest());
        return insideBoth ? NO : POSSIBLY;
    }

    public Certainty and(Certainty other) {
        return compareTo(other) < 0 ? this : other;
    }

    /** The finding if it holds on every reading, a doubt if it holds on some. */
    public List<Finding> raise(Supplier<Finding> finding) {
        return switch (this) {
            case NO -> List.of();
            case POSSIBLY -> List.of(finding.get().possibly());
            case SURELY -> List.of(finding.get());
        };
    }
}
