package org.trialog.command.sdtm.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the rows of one file: picks the columns that the domain reads and checks what the file says of itself. */
final class RowsOfFile {

    /** Values repeat a lot in a domain; beyond this many different ones they are kept as they come. */
    private static final int SHARED = 20_000;

    private final Domain domain;
    private final String file;
    private final int[] positions;
    private final int width;
    private final int domainAt;
    private final Map<String, String> shared = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    RowsOfFile(Domain domain, String file, List<String> header) {
        this.domain = domain;
        this.file = file;
        this.width = header.size();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip().toUpperCase(Locale.ROOT);
            if (places.put(name, i) != null) {
                throw new SdtmProblem(
                        SdtmProblem.Code.MALFORMED_CSV, file, 1, "the column " + name + " stands there twice.");
            }
        }
        for (String needed : domain.mandatory()) {
            if (!places.containsKey(needed)) {
                throw new SdtmProblem(
                        SdtmProblem.Code.MISSING_COLUMN,
                        file,
                        1,
                        "the column " + needed + " is missing; the domain " + domain + " needs "
                                + String.join(", ", domain.mandatory()) + ".");
            }
        }
        this.positions = domain.columns().stream()
                .mapToInt(column -> places.getOrDefault(column, -1))
                .toArray();
        this.domainAt = positions[domain.columns().indexOf("DOMAIN")];
    }

    int width() {
        return width;
    }

    void add(long line, List<String> fields) {
        String says = fields.get(domainAt).strip();
        if (!says.equalsIgnoreCase(domain.name())) {
            throw new SdtmProblem(
                    SdtmProblem.Code.NOT_WHAT_IT_SAYS,
                    file,
                    line,
                    "the file is named for the domain " + domain + ", but the row says DOMAIN '"
                            + (says.length() > 20 ? says.substring(0, 20) + "…" : says) + "'.");
        }
        @Nullable String[] values = new String[positions.length];
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] >= 0) {
                values[i] = present(fields.get(positions[i]));
            }
        }
        rows.add(new Row(domain, file, line, values));
    }

    List<Row> rows() {
        return rows;
    }

    private @Nullable String present(String field) {
        String value = field.strip();
        if (value.isEmpty() || value.equals("NA")) {
            return null;
        }
        String known = shared.get(value);
        if (known != null) {
            return known;
        }
        if (shared.size() < SHARED) {
            shared.put(value, value);
        }
        return value;
    }
}
