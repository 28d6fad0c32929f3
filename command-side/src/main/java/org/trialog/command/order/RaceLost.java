package org.trialog.command.order;

/** Others wrote to the same stream again and again; nothing was recorded. Sending the order again is safe. */
public final class RaceLost extends RuntimeException {

    /** Its stable code. */
    public static final String CODE = "race";

    public RaceLost(Throwable last) {
        super("somebody else was writing to the same records: send it again", last);
    }
}
