package org.trialog.query.plot;

import java.util.Optional;
import java.util.stream.Stream;
import org.trialog.events.value.Token;

/** A way to show an outcome. */
public enum Plot {
    KAPLAN_MEIER("Kaplan-Meier curve"),
    MEAN_CUMULATIVE_FUNCTION("mean cumulative function"),
    BEFORE_AFTER("rates before and after"),
    CALENDAR("calendar of subjects and years"),
    SWIMMER("swimmer plot"),
    FOREST("forest plot");

    private final String words;

    Plot(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** How it is asked for: {@code kaplan-meier}. */
    public String token() {
        return Token.of(this);
    }

    public static Optional<Plot> named(String token) {
        return Stream.of(values()).filter(plot -> plot.token().equals(token)).findFirst();
    }
}
