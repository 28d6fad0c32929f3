package org.trialog.command.sdtm.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.events.value.StudyId;

class ImportReportTest {

    private static final ImportReport REPORT = new ImportReport(
            new StudyId("pilot"),
            Map.of(Domain.AE, new DomainCount(3, 1, 2, 1), Domain.DM, new DomainCount(2, 0, 0, 0)),
            List.of(
                    new RowFinding(Domain.AE, "ae.csv", 7, "flagged", 31, "fatal-not-serious"),
                    new RowFinding(Domain.AE, "ae.csv", 8, "rejected", 0, "date-missing"),
                    new RowFinding(Domain.AE, "ae.csv", 9, "rejected", 0, "date-missing")),
            List.of(),
            false);

    @Test
    void whatCameInIsAcceptedDuplicateOrRejected() {
        assertThat(REPORT.domains().get(Domain.AE).in()).isEqualTo(6);
        assertThat(REPORT.total()).isEqualTo(new DomainCount(5, 1, 2, 1));
    }

    @Test
    void theTableCountsTheDomainsInTheirOrderAndTheFindingsByReason() {
        assertThat(REPORT.table().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "domain in accepted duplicate rejected flagged",
                        "dm 2 2 0 0 0",
                        "ae 6 3 1 2 1",
                        "total 8 5 1 2 1",
                        "ae flagged: fatal-not-serious (rule 31), 1 row, first in ae.csv line 7",
                        "ae rejected: date-missing, 2 rows, first in ae.csv line 8");
    }

    @Test
    void theCsvHasOneLineAFinding() {
        assertThat(REPORT.csv()).isEqualTo("""
            file,line,verdict,rule,reason
            ae.csv,7,flagged,31,fatal-not-serious
            ae.csv,8,rejected,,date-missing
            ae.csv,9,rejected,,date-missing
            """);
    }

    @Test
    void noSpreadsheetTakesAFileNameForAFormula() {
        assertThat(FindingSummary.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(FindingSummary.cell("a,b\"c")).isEqualTo("\"a,b\"\"c\"");
    }
}
