package org.trialog.command.sdtm.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trialog.command.order.Acceptance.Verdict;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.file.Row;

/** Counts rows while an import runs. Not for several threads: each worker has its own, and they are added up. */
public final class Tally {

    private final Map<Domain, DomainCount> counts = new EnumMap<>(Domain.class);
    private final List<RowFinding> findings = new ArrayList<>();

    /** Lets a domain appear in the report even when it has no row. */
    public void open(Domain domain) {
        counts.putIfAbsent(domain, DomainCount.NONE);
    }

    public void count(Row row, Verdict verdict, boolean flagged) {
        DomainCount one =
                switch (verdict) {
                    case ACCEPTED -> new DomainCount(1, 0, 0, flagged ? 1 : 0);
                    case DUPLICATE -> new DomainCount(0, 1, 0, 0);
                    case REJECTED -> new DomainCount(0, 0, 1, 0);
                };
        counts.merge(row.domain(), one, DomainCount::plus);
    }

    public void note(RowFinding finding) {
        findings.add(finding);
    }

    public void reject(Row row, int rule, String reason) {
        count(row, Verdict.REJECTED, false);
        note(RowFinding.of(row, "rejected", rule, reason));
    }

    public void add(Tally other) {
        other.counts.forEach((domain, count) -> counts.merge(domain, count, DomainCount::plus));
        findings.addAll(other.findings);
    }

    Map<Domain, DomainCount> counts() {
        return counts;
    }

    List<RowFinding> findings() {
        return findings.stream().sorted().toList();
    }
}
