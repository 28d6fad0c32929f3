package org.trialog.command.order;

/** An idempotency key came again with another body: nothing was recorded, and the first answer stands. */
public final class KeyReused extends RuntimeException {

    public KeyReused() {
        super(
                "this Idempotency-Key was used with another body: choose a new key for a new request",
                null,
                false,
                false);
    }
}
