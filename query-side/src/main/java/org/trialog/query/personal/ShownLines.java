package org.trialog.query.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Passes lines of JSON on with their personal fields shown, some hundred at a time; the last ones at the end. */
public final class ShownLines {

    private static final int AT_ONCE = 500;

    private final Showing showing;
    private final Consumer<String> receiver;
    private final List<String> waiting = new ArrayList<>();

    public ShownLines(Showing showing, Consumer<String> receiver) {
        this.showing = showing;
        this.receiver = receiver;
    }

    public void take(String line) {
        waiting.add(line);
        if (waiting.size() == AT_ONCE) {
            finish();
        }
    }

    /** There are no more. */
    public void finish() {
        showing.show(waiting).forEach(receiver);
        waiting.clear();
    }
}
