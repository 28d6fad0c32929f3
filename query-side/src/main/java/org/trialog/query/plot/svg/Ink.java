package org.trialog.query.plot.svg;

import java.util.List;

/**
 * The colours of a plot. A page sets {@link #property} to have its own, light or dark; without one the fallback holds.
 *
 * <p>The series are those of Okabe and Ito (Color Universal Design, 2008), darkened until each has a contrast of 3 : 1 to
 * white; they are told apart by dashes and markers, too.
 */
public enum Ink {
    PAPER("paper", "#ffffff"),
    INK("ink", "#1b2733"),
    MUTED("muted", "#5b6875"),
    RULE("rule", "#d5dbe1"),
    CONFIRMED("confirmed", "#cfe3f2"),
    ALERT("alert", "#c4450c"),
    GOOD("good", "#00735a"),
    SERIES_1("series-1", "#0067a5"),
    SERIES_2("series-2", "#c4450c"),
    SERIES_3("series-3", "#00735a"),
    SERIES_4("series-4", "#8a4a8f"),
    SERIES_5("series-5", "#7a6400"),
    SERIES_6("series-6", "#4a5560");

    private static final List<Ink> SERIES = List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6);

    private final String token;
    private final String fallback;

    Ink(String token, String fallback) {
        this.token = token;
        this.fallback = fallback;
    }

    /** The CSS custom property: {@code --trialog-ink}. */
    public String property() {
        return "--trialog-" + token;
    }

    String fallback() {
        return fallback;
    }

    String themed() {
        return "var(" + property() + ", " + fallback + ")";
    }

    /** Of the series with that number from 0; they repeat after six. */
    public static Ink series(int number) {
        return SERIES.get(number % SERIES.size());
    }
}
