package org.trialog.command.sdtm.report;

import java.util.Comparator;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.file.Row;

/**
 * One thing that was found about a row. Only rows with a finding are listed.
 *
 * @param line from 1 with the header; of a transport file the observation
 * @param verdict {@code flagged} (kept), {@code rejected} or {@code duplicate} (the file says it twice)
 * @param rule number in the domain's list of rules, 0 when it is none of them
 * @param reason code
 */
public record RowFinding(Domain domain, String file, long line, String verdict, int rule, String reason)
        implements Comparable<RowFinding> {

    private static final Comparator<RowFinding> ORDER = Comparator.comparing(RowFinding::domain)
            .thenComparing(RowFinding::line)
            .thenComparing(RowFinding::verdict)
            .thenComparing(RowFinding::rule)
            .thenComparing(RowFinding::reason);

    public static RowFinding of(Row row, String verdict, int rule, String reason) {
        return new RowFinding(row.domain(), row.file(), row.line(), verdict, rule, reason);
    }

    @Override
    public int compareTo(RowFinding other) {
        return ORDER.compare(this, other);
    }
}
