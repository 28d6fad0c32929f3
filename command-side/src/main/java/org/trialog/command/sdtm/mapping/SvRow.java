package org.trialog.command.sdtm.mapping;

import java.math.BigDecimal;
import java.util.Optional;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.value.ClinicalDate;

/** sv: a visit made; scheduled when the protocol plans one of that name. Its number alone says little: 9.1 may be both. */
final class SvRow {

    private SvRow() {}

    static void map(RowActs row, SubjectCase subject) {
        Part part = row.main();
        ClinicalDate start = part.requiredDate("SVSTDTC");
        ClinicalDate end = part.otherDate("SVENDTC");
        String number = part.text("VISITNUM");
        BigDecimal numbered = part.number("VISITNUM");
        String name = part.text("VISIT");
        Optional<PlannedVisit> planned = subject.words().visit(number, name);
        part.make(new Visit(
                start,
                end,
                planned.map(PlannedVisit::code).orElse(null),
                numbered,
                subject.words().visitName(number, name),
                planned.isPresent() ? VisitType.SCHEDULED : VisitType.UNSCHEDULED,
                VisitMode.CLINIC));
    }
}
