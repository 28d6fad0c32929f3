package org.trialog.command.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;

/** An order to a study. */
public sealed interface StudyOrder extends Order {

    @Override
    default StreamId stream() {
        return StreamId.of(study());
    }

    /** Publishes a protocol version; version 1 registers the study. */
    record PublishProtocol(StudyId study, JsonNode definition) implements StudyOrder {}

    /** Opens a site, once. */
    record OpenSite(
            StudyId study,
            SiteId site,
            @Nullable String name,
            ZoneId zone,
            @Nullable String country) implements StudyOrder {}
}
