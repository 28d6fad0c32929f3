package org.trialog.events.wire;

/** The history holds an event that this build does not know. Reading stops: skipping it would falsify every figure. */
public final class UnknownFact extends RuntimeException {

    public UnknownFact(String name, String revision) {
        super("The history holds an event '%s' of revision '%s', which this build does not know. Run a build that does."
                .formatted(name, revision));
    }
}
