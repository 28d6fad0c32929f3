package org.trialog.command.order;

/** An order was refused; nothing of it was recorded. */
public final class OrderRefused extends RuntimeException {

    private final transient Rejection rejection;

    public OrderRefused(Rejection rejection) {
        super(rejection.code() + ": " + rejection.sentence(), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
