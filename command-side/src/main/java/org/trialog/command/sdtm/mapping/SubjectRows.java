package org.trialog.command.sdtm.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.file.Row;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;

/** All rows of one subject, by domain, each domain in the order of its file. */
public final class SubjectRows {

    private final SubjectId subject;
    private final Row dm;
    private final Map<Domain, List<Row>> rows = new EnumMap<>(Domain.class);

    public SubjectRows(SubjectId subject, Row dm) {
        this.subject = subject;
        this.dm = dm;
        add(dm);
    }

    public void add(Row row) {
        rows.computeIfAbsent(row.domain(), domain -> new ArrayList<>()).add(row);
    }

    public SubjectId subject() {
        return subject;
    }

    public Row dm() {
        return dm;
    }

    /** The site that follows the subject; {@code unknown} when the row does not say. */
    public SiteId site() {
        String site = dm.get("SITEID");
        return new SiteId(site == null ? "unknown" : SdtmText.identifier(site));
    }

    public List<Row> of(Domain domain) {
        return rows.getOrDefault(domain, List.of());
    }

    public Stream<Row> all() {
        return rows.values().stream().flatMap(List::stream);
    }

    /** The first disposition row with that coded term and an understandable date. */
    Optional<Row> milestone(DispositionKind kind) {
        return of(Domain.DS).stream()
                .filter(row -> DispositionKind.of(row) == kind && dated(row.get("DSSTDTC")))
                .findFirst();
    }

    /** The row that says when the subject entered the study. */
    Optional<Row> entry() {
        return milestone(DispositionKind.RANDOMISED).or(() -> milestone(DispositionKind.ENROLLED));
    }

    /** Rows of a subject who never entered: so says the planned arm, or the disposition. */
    boolean screenFailure() {
        return StudyWords.screenFailure(dm)
                || milestone(DispositionKind.SCREEN_FAILURE).isPresent();
    }

    /** The earliest of the exact days on which the subject was seen. */
    @Nullable
    ClinicalDate firstSeen() {
        return Stream.concat(
                        of(Domain.SV).stream().map(row -> row.get("SVSTDTC")),
                        of(Domain.DS).stream().map(row -> row.get("DSSTDTC")))
                .filter(SubjectRows::dated)
                .map(text -> SdtmText.date(String.valueOf(text)))
                .filter(date -> date.day().isPresent())
                .min(Comparator.comparing(date -> date.day().orElseThrow()))
                .orElse(null);
    }

    static boolean dated(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            SdtmText.date(text);
            return true;
        } catch (NotUnderstood wrong) {
            return false;
        }
    }
}
