package org.trialog.command.order;

/**
 * Where an imported act comes from. A row's identity is USUBJID + --SEQ (or VISITNUM); its digest tells whether it has
 * changed since the last import.
 *
 * @param domain {@code dm}, {@code ae} …
 * @param identity unique within the domain of a study; an act beyond the first of one row has a suffix, {@code 1015#birth}
 * @param digest of the row's values, hexadecimal
 */
public record ImportedRow(String domain, String identity, String digest) {

    /** Its form in the metadata of a fact: {@code domain|identity|digest}. */
    public String text() {
        return domain + "|" + identity + "|" + digest;
    }

    public static ImportedRow of(String text) {
        String[] parts = text.split("\\|", -1);
        return new ImportedRow(parts[0], parts[1], parts[2]);
    }
}
