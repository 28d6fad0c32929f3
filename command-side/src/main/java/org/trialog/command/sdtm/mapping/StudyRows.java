package org.trialog.command.sdtm.mapping;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.file.Row;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.protocol.Protocol;

/**
 * What becomes of a row of tv or ts. It is accepted when the import registers the study with it and a duplicate when the
 * study is there and says the same. A planned visit or a title that the protocol has otherwise is rejected: a protocol in
 * use is changed by an amendment, never by an import. Parameters of ts beyond title, registry and condition do not go
 * into a protocol; they are counted the same.
 */
public final class StudyRows {

    private StudyRows() {}

    /** Why a row cannot be taken; empty when it can. */
    public static Optional<String> rejection(Row row, @Nullable Protocol existing) {
        return row.domain() == Domain.TV ? visit(row, existing) : parameter(row, existing);
    }

    private static Optional<String> visit(Row row, @Nullable Protocol existing) {
        PlannedRow planned = PlannedRow.of(row);
        if (planned == null) {
            return Optional.of("number-not-understood");
        }
        if (existing == null) {
            return Optional.empty();
        }
        Optional<PlannedVisit> known = new StudyWords(existing, List.of()).visit(null, planned.name());
        return known.filter(planned::sameAs).isPresent() ? Optional.empty() : Optional.of("differs-from-protocol");
    }

    private static Optional<String> parameter(Row row, @Nullable Protocol existing) {
        String code = row.get("TSPARMCD");
        if (code == null) {
            return Optional.of("parameter-missing");
        }
        String value = row.get("TSVAL");
        boolean differs = existing != null
                && value != null
                && switch (SdtmText.upper(code)) {
                    case "TITLE" -> !value.equals(existing.title());
                    case "REGID" -> !value.equals(existing.registry());
                    default -> false;
                };
        return differs ? Optional.of("differs-from-protocol") : Optional.empty();
    }
}
