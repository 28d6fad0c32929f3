package org.trialog.deploy.datadir;

/** What came of asking for a data directory. */
public sealed interface Claim {
    /** It was free and is ours until it is closed. */
    record Taken(DataDirectory directory) implements Claim {}

    /** Another process has it: talk to its server, or report it. */
    record HeldByAnother(Holder holder) implements Claim {}
}
