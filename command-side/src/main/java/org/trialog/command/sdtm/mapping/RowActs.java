package org.trialog.command.sdtm.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trialog.command.keys.Sealing;
import org.trialog.command.order.Act;
import org.trialog.command.sdtm.file.Row;

/** The acts that one row becomes, and what was found out while reading it. A row that is rejected has none. */
final class RowActs {

    private final Row row;
    private final String identity;
    private final Sealing sealing;
    private final List<Act> acts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> flagged = new HashSet<>();

    RowActs(Row row, String identity, Sealing sealing) {
        this.row = row;
        this.identity = identity;
        this.sealing = sealing;
    }

    Row row() {
        return row;
    }

    Sealing sealing() {
        return sealing;
    }

    /** The first, often the only record of the row. */
    Part main() {
        return new Part(this, identity);
    }

    /** A further record of the row, told apart by its suffix. */
    Part part(String suffix) {
        return new Part(this, identity + "#" + suffix);
    }

    void add(Act act) {
        acts.add(act);
    }

    /** Notes that a value of the row could not be kept, once for each column. */
    void flag(String column, int rule, String reason) {
        if (flagged.add(column + " " + reason)) {
            findings.add(new Finding(row, Finding.Weight.FLAGGED, rule, reason));
        }
    }

    void reject(NotUnderstood why) {
        acts.clear();
        findings.clear();
        findings.add(new Finding(row, Finding.Weight.REJECTED, why.rule(), why.reason()));
    }

    List<Act> acts() {
        return acts;
    }

    List<Finding> findings() {
        return findings;
    }
}
