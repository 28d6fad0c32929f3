package org.trialog.command.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what is handed over for keeps from what is looked at: lines for programs, tables, archives, attachments. */
final class Download {

    private static final Set<String> FOR_KEEPS = Set.of(
            "text/csv", "application/x-ndjson", "application/zip", "application/pdf", "application/octet-stream");

    private Download() {}

    /** In which form; empty for what is looked at. */
    static Optional<String> format(@Nullable String contentType, @Nullable String disposition) {
        if (contentType == null) {
            return Optional.empty();
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean attached = disposition != null && disposition.startsWith("attachment");
        return attached || FOR_KEEPS.contains(type)
                ? Optional.of(type.substring(type.indexOf('/') + 1).replace("x-", ""))
                : Optional.empty();
    }
}
