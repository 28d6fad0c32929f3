package org.trialog.command.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order was refused; nothing of it was recorded. */
public final class OrderRefused extends RuntimeException {

    private final transient Rejection rejection;

    public OrderRefused(Rejection rejection) {
        super(rejection.code() + ": " + rejection.sentence(), null, false, false);
        this.rejection = rejection;
    }

    /** @param rule null when it is none of the domain's numbered ones */
    public static OrderRefused of(@Nullable Integer rule, String code, String sentence, String... fields) {
        return new OrderRefused(new Rejection(rule, code, sentence, List.of(fields)));
    }

    public Rejection rejection() {
        return rejection;
    }
}
