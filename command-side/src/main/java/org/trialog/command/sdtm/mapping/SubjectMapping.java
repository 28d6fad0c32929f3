package org.trialog.command.sdtm.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trialog.command.keys.Sealing;
import org.trialog.command.order.Act;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.file.Row;

/**
 * All rows of one subject as acts, in the order in which they are judged: dm first (with the death), then the way through
 * the study, doses, visits, and what was seen.
 */
public final class SubjectMapping {

    private final SubjectCase subject;
    private final Sealing sealing;
    private final List<Act> acts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Row> rows = new HashMap<>();

    private SubjectMapping(SubjectCase subject, Sealing sealing) {
        this.subject = subject;
        this.sealing = sealing;
    }

    /**
     * What a subject's rows become.
     *
     * @param rows by {@code domain|identity} of what they became
     */
    public record Mapped(List<Act> acts, List<Finding> findings, Map<String, Row> rows) {

        /** The row behind an act; a suffix of the identity tells apart the records of one row. */
        public Row row(String domain, String identity) {
            int suffix = identity.indexOf('#');
            Row row = rows.get(domain + "|" + (suffix < 0 ? identity : identity.substring(0, suffix)));
            if (row == null) {
                throw new IllegalStateException("no row of " + domain + " stands behind " + identity);
            }
            return row;
        }
    }

    /** @param sealing seals the personal fields */
    public static Mapped map(SubjectRows rows, StudyWords words, FollowUpThrough through, Sealing sealing) {
        SubjectMapping mapping = new SubjectMapping(new SubjectCase(rows, words, through), sealing);
        for (Domain domain : Domain.values()) {
            rows.of(domain).forEach(mapping::row);
        }
        return new Mapped(mapping.acts, mapping.findings, mapping.rows);
    }

    private void row(Row row) {
        RowActs made = new RowActs(row, "", sealing);
        try {
            String identity = identity(row);
            Row same = rows.putIfAbsent(row.domain().token() + "|" + identity, row);
            if (same != null && same.sameAs(row)) {
                findings.add(new Finding(row, Finding.Weight.DUPLICATE, 0, "row-twice"));
                return;
            }
            if (same != null) {
                throw new NotUnderstood(0, "identity-twice");
            }
            made = new RowActs(row, identity, sealing);
            map(row.domain(), made);
        } catch (NotUnderstood why) {
            made.reject(why);
        }
        acts.addAll(made.acts());
        findings.addAll(made.findings());
    }

    /** USUBJID, with --SEQ or VISITNUM; a visit number that comes again on another day counts on. */
    private String identity(Row row) {
        String usubjid = subject.rows().subject().value();
        if (row.domain() == Domain.DM) {
            return usubjid;
        }
        String sequence = row.domain().sequence();
        String number = row.get(sequence == null ? "VISITNUM" : sequence);
        if (number == null) {
            throw new NotUnderstood(0, "sequence-missing");
        }
        String identity = usubjid + "/" + SdtmText.plain(number);
        if (row.domain() != Domain.SV) {
            return identity;
        }
        String counted = identity;
        for (int ordinal = 2; taken(row, counted); ordinal++) {
            counted = identity + "~" + ordinal;
        }
        return counted;
    }

    private boolean taken(Row row, String identity) {
        Row there = rows.get(row.domain().token() + "|" + identity);
        return there != null && !there.sameAs(row);
    }

    private void map(Domain domain, RowActs row) {
        switch (domain) {
            case DM -> DmRow.map(row, subject);
            case DS -> DsRow.map(row, subject);
            case EX -> ExRow.map(row, subject);
            case SV -> SvRow.map(row, subject);
            case CE -> CeRow.map(row, subject);
            case VS -> VsRow.map(row, subject);
            case QS -> QsRow.map(row, subject);
            case CM -> CmRow.map(row, subject);
            case MH -> MhRow.map(row, subject);
            case AE -> AeRow.map(row, subject);
            case TV, TS -> throw new IllegalArgumentException(domain + " is about the study, not about a subject");
        }
    }
}
