package org.trialog.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.events.clinical.Deviation;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.record.Entry;
import org.trialog.query.record.Flag;
import org.trialog.query.record.Known;
import org.trialog.query.record.SubjectLine;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.web.Reading.Put;

/** Where a study did not go by its protocol: deviations that were recorded, and flags that hold. */
@RestController
@Tag(name = "studies")
final class DeviationQueries {

    private final Reading reading;

    DeviationQueries(Reading reading) {
        this.reading = reading;
    }

    /** One of a subject's. */
    record Of<T>(SubjectId subject, @Nullable SiteId site, T what) {}

    /** Both lists, in the order of the subjects. */
    record Both(List<Of<Entry<Deviation>>> deviations, List<Of<Flag>> flags) {}

    @Operation(summary = "Deviations that were recorded, and flags that hold")
    @GetMapping("/api/studies/{study}/deviations")
    ResponseEntity<byte[]> deviations(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        List<Of<Entry<Deviation>>> deviations = new ArrayList<>();
        List<Of<Flag>> flags = new ArrayList<>();
        Viewer viewer = Viewers.current();
        Known known = reading.study(viewer, study, new Put(asKnownAt, after));
        for (SubjectRecord record : known.subjects()) {
            SiteId site = SubjectLine.siteOf(record).orElse(null);
            record.of(Deviation.class).forEach(entry -> deviations.add(new Of<>(record.subject(), site, entry)));
            record.flags().values().forEach(flag -> flags.add(new Of<>(record.subject(), site, flag)));
        }
        return Body.of(
                new Both(deviations, flags),
                reading.showing(viewer, known.study().study()));
    }
}
