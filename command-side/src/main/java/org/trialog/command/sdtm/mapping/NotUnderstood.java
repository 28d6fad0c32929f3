package org.trialog.command.sdtm.mapping;

/** A row, or a value of it, says nothing that can be kept. */
final class NotUnderstood extends RuntimeException {

    private final int rule;
    private final String reason;

    /** @param rule number in the domain's list of rules, 0 when it is none of them */
    NotUnderstood(int rule, String reason) {
        super(reason, null, false, false);
        this.rule = rule;
        this.reason = reason;
    }

    int rule() {
        return rule;
    }

    String reason() {
        return reason;
    }
}
