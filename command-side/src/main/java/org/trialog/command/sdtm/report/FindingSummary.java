package org.trialog.command.sdtm.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings for people: the same ones counted together. */
final class FindingSummary {

    private FindingSummary() {}

    static List<String> of(List<RowFinding> findings) {
        Map<String, List<RowFinding>> alike = new TreeMap<>();
        for (RowFinding finding : findings) {
            String rule = finding.rule() == 0 ? "" : " (rule " + finding.rule() + ")";
            alike.computeIfAbsent(
                            finding.domain().token() + " " + finding.verdict() + ": " + finding.reason() + rule,
                            key -> new ArrayList<>())
                    .add(finding);
        }
        List<String> lines = new ArrayList<>();
        alike.forEach((what, those) -> lines.add(what + ", " + those.size()
                + (those.size() == 1 ? " row" : " rows") + ", first in "
                + those.getFirst().file() + " line "
                + those.getFirst().line()));
        return lines;
    }

    /** A text cell that no spreadsheet takes for a formula. */
    static String cell(String text) {
        String guarded = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return guarded.matches("[^\",\n\r]*") ? guarded : '"' + guarded.replace("\"", "\"\"") + '"';
    }
}
