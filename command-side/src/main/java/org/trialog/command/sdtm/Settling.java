package org.trialog.command.sdtm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.command.order.Acceptance.RowVerdict;
import org.trialog.command.order.Acceptance.Verdict;
import org.trialog.command.order.Rejection;
import org.trialog.command.sdtm.file.Row;
import org.trialog.command.sdtm.mapping.Finding;
import org.trialog.command.sdtm.mapping.SubjectMapping.Mapped;
import org.trialog.command.sdtm.mapping.SubjectRows;
import org.trialog.command.sdtm.report.RowFinding;
import org.trialog.command.sdtm.report.Tally;

/**
 * Brings what was found while reading and what was decided together into one verdict a row. Of a row that makes several
 * records the heaviest counts: rejected before accepted before duplicate. A row
 * that was there already has had its flags when it came: they are not reported again.
 */
final class Settling {

    private final Map<Row, Verdict> verdicts = new HashMap<>();
    private final Map<Row, List<RowFinding>> flags = new HashMap<>();
    private final Tally tally;

    private Settling(Tally tally) {
        this.tally = tally;
    }

    /** @param decided one verdict for each act */
    static void settle(SubjectRows rows, Mapped mapped, List<RowVerdict> decided, Tally tally) {
        Settling settling = new Settling(tally);
        for (RowVerdict verdict : decided) {
            settling.decided(mapped.row(verdict.row().domain(), verdict.row().identity()), verdict);
        }
        settling.finish(rows, mapped);
    }

    /** The order was refused as a whole: so is every row. */
    static void refused(SubjectRows rows, Rejection rejection, Tally tally) {
        Integer rule = rejection.rule();
        rows.all().forEach(row -> tally.reject(row, rule == null ? 0 : rule, rejection.code()));
    }

    private void decided(Row row, RowVerdict verdict) {
        heavier(row, verdict.verdict());
        if (verdict.verdict() == Verdict.REJECTED) {
            tally.note(RowFinding.of(row, "rejected", verdict.rule(), verdict.reason()));
        } else if (verdict.flagged()) {
            flag(row, verdict.rule(), verdict.reason());
        }
    }

    private void finish(SubjectRows rows, Mapped mapped) {
        for (Finding finding : mapped.findings()) {
            switch (finding.weight()) {
                case FLAGGED -> flag(finding.row(), finding.rule(), finding.reason());
                case REJECTED -> {
                    heavier(finding.row(), Verdict.REJECTED);
                    tally.note(RowFinding.of(finding.row(), "rejected", finding.rule(), finding.reason()));
                }
                case DUPLICATE -> {
                    heavier(finding.row(), Verdict.DUPLICATE);
                    tally.note(RowFinding.of(finding.row(), "duplicate", finding.rule(), finding.reason()));
                }
            }
        }
        rows.all().forEach(this::count);
    }

    private void count(Row row) {
        Verdict verdict = verdicts.get(row);
        if (verdict == null) {
            throw new IllegalStateException(
                    row.file() + ", line " + row.line() + ": nothing was decided about the row");
        }
        List<RowFinding> found = flags.getOrDefault(row, List.of());
        tally.count(row, verdict, !found.isEmpty());
        if (verdict == Verdict.ACCEPTED) {
            found.forEach(tally::note);
        }
    }

    private void flag(Row row, int rule, String reason) {
        flags.computeIfAbsent(row, none -> new ArrayList<>()).add(RowFinding.of(row, "flagged", rule, reason));
    }

    private void heavier(Row row, Verdict verdict) {
        @Nullable Verdict before = verdicts.get(row);
        if (before == null || weight(verdict) > weight(before)) {
            verdicts.put(row, verdict);
        }
    }

    private static int weight(Verdict verdict) {
        return switch (verdict) {
            case DUPLICATE -> 0;
            case ACCEPTED -> 1;
            case REJECTED -> 2;
        };
    }
}
