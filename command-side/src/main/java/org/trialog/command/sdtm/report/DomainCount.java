package org.trialog.command.sdtm.report;

/**
 * What became of the rows of a domain: {@code in = accepted + duplicate + rejected} (rule 41).
 *
 * @param accepted recorded, or corrected as changed since the last import
 * @param duplicate there already, or twice in the file
 * @param rejected not understood, or in conflict with a person's correction
 * @param flagged of the accepted ones: those with a finding
 */
public record DomainCount(long accepted, long duplicate, long rejected, long flagged) {

    public static final DomainCount NONE = new DomainCount(0, 0, 0, 0);

    public long in() {
        return accepted + duplicate + rejected;
    }

    public DomainCount plus(DomainCount other) {
        return new DomainCount(
                accepted + other.accepted,
                duplicate + other.duplicate,
                rejected + other.rejected,
                flagged + other.flagged);
    }
}
