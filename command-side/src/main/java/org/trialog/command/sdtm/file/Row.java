package org.trialog.command.sdtm.file;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of a domain file with the place it stands at. An empty field and {@code NA} are missing. */
public final class Row {

    private final Domain domain;
    private final String file;
    private final long line;
    private final @Nullable String[] values;

    Row(Domain domain, String file, long line, @Nullable String[] values) {
        this.domain = domain;
        this.file = file;
        this.line = line;
        this.values = values;
    }

    public Domain domain() {
        return domain;
    }

    public String file() {
        return file;
    }

    /** From 1 as an editor counts, the header being line 1; of a transport file the observation. */
    public long line() {
        return line;
    }

    /**
     * The trimmed value, null when missing or when the file lacks the column.
     *
     * @throws IllegalArgumentException when the domain does not read such a column
     */
    public @Nullable String get(String column) {
        int index = domain.columns().indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(domain + " does not read " + column);
        }
        return values[index];
    }

    /** Whether another row says the same in every column that is read. */
    public boolean sameAs(Row other) {
        return domain == other.domain && Arrays.equals(values, other.values);
    }
}
