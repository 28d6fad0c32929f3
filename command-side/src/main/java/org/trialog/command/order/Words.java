package org.trialog.command.order;

/** Words that an order must bring: they stand in the history in clear, so they hold nothing personal. */
public final class Words {

    private static final int LONGEST = 2_000;

    private Words() {}

    /** @throws OrderRefused when there are none, or too many */
    public static String require(String words, String field) {
        if (words.isBlank()) {
            throw OrderRefused.of(null, "words-missing", "Say it in words: '%s' is empty.".formatted(field), field);
        }
        if (words.length() > LONGEST) {
            throw OrderRefused.of(
                    null, "words-too-long", "'%s' has at most %d characters.".formatted(field, LONGEST), field);
        }
        return words;
    }
}
