package org.trialog.command.judgement;

/** How heavily a finding weighs, heaviest first. All but the last are the E of the domain's rules, the last is its F. */
public enum Weight {
    /** It cannot be understood what is meant: refused, and also an imported row is rejected. */
    UNINTELLIGIBLE,
    /** It cannot be true as it stands: refused; from an import it is kept and flagged. */
    WRONG,
    /** It ought not to have happened, but can have: refused unless recorded as a deviation; from an import it is flagged. */
    BREACH,
    /** It is recorded and flagged. */
    DOUBT;

    public boolean refuses() {
        return this != DOUBT;
    }
}
