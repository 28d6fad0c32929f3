package org.trialog.query.outcome;

/**
 * An outcome that cannot be computed as it is defined.
 *
 * <p>Codes: {@code outcome-kind-not-available} when the kind is not of one study, {@code
 * outcome-definition-incomplete} when the kind needs a key that the definition lacks, {@code
 * outcome-definition-contradictory} when keys exclude each other; of pooled ones {@code pooled-scores-mixed}, {@code
 * pooled-scales-mixed} and {@code pooled-outcome-unfit}.
 */
public final class OutcomeRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    public OutcomeRefused(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** Stable, for machines; the message is for people. */
    public String code() {
        return code;
    }
}
