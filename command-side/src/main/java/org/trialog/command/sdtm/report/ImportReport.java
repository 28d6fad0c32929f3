package org.trialog.command.sdtm.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.events.value.StudyId;
import org.trialog.events.wire.FactJson;

/**
 * What became of every row of an import. Rows without a finding are counted and not listed; a row with several findings is
 * listed once for each.
 *
 * @param findings by domain, then line
 * @param warnings sentences about files that were read otherwise, or not at all
 * @param dryRun nothing was recorded
 */
public record ImportReport(
        StudyId study,
        Map<Domain, DomainCount> domains,
        List<RowFinding> findings,
        List<String> warnings,
        boolean dryRun) {

    public ImportReport {
        Map<Domain, DomainCount> sorted = new EnumMap<>(Domain.class);
        sorted.putAll(domains);
        domains = sorted;
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
    }

    public static ImportReport of(StudyId study, Tally tally, List<String> warnings, boolean dryRun) {
        return new ImportReport(study, tally.counts(), tally.findings(), warnings, dryRun);
    }

    public DomainCount total() {
        return domains.values().stream().reduce(DomainCount.NONE, DomainCount::plus);
    }

    /** The form of {@code import --format json}. */
    public ObjectNode json() {
        ObjectNode json = FactJson.mapper().createObjectNode().put("study", study.value());
        ObjectNode counted = json.putObject("domains");
        domains.forEach((domain, count) -> counted.putObject(domain.token())
                .put("in", count.in())
                .put("accepted", count.accepted())
                .put("duplicate", count.duplicate())
                .put("rejected", count.rejected())
                .put("flagged", count.flagged()));
        ArrayNode rows = json.putArray("rows");
        for (RowFinding finding : findings) {
            ObjectNode row = rows.addObject()
                    .put("file", finding.file())
                    .put("line", finding.line())
                    .put("verdict", finding.verdict());
            if (finding.rule() == 0) {
                row.putNull("rule");
            } else {
                row.put("rule", finding.rule());
            }
            row.put("reason", finding.reason());
        }
        return json;
    }

    /** The counts as a table for a terminal, then the findings by reason with how often each was found. */
    public String table() {
        List<String> lines = new ArrayList<>();
        lines.add("%-8s %9s %9s %9s %9s %9s".formatted("domain", "in", "accepted", "duplicate", "rejected", "flagged"));
        domains.forEach((domain, count) -> lines.add(line(domain.token(), count)));
        lines.add(line("total", total()));
        FindingSummary.of(findings).forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    /** One line a finding, with a header. */
    public String csv() {
        StringBuilder csv = new StringBuilder("file,line,verdict,rule,reason\n");
        for (RowFinding finding : findings) {
            csv.append(FindingSummary.cell(finding.file()))
                    .append(',')
                    .append(finding.line())
                    .append(',')
                    .append(finding.verdict())
                    .append(',')
                    .append(finding.rule() == 0 ? "" : finding.rule())
                    .append(',')
                    .append(finding.reason())
                    .append('\n');
        }
        return csv.toString();
    }

    private static String line(String name, DomainCount count) {
        return "%-8s %9d %9d %9d %9d %9d"
                .formatted(name, count.in(), count.accepted(), count.duplicate(), count.rejected(), count.flagged());
    }
}
