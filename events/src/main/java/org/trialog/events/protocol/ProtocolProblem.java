package org.trialog.events.protocol;

import java.util.List;
import java.util.stream.Collectors;

/** A protocol file cannot be taken: every reason with its line, column and path. */
public final class ProtocolProblem extends RuntimeException {

    /** Stable code, for problem details and exit messages. */
    public static final String CODE = "protocol-malformed";

    private final String file;
    private final transient List<Finding> findings;

    public ProtocolProblem(String file, List<Finding> findings) {
        super(
                findings.stream()
                        .map(finding -> file + finding.place() + " " + finding.sentence())
                        .collect(Collectors.joining(System.lineSeparator())),
                null,
                false,
                false);
        this.file = file;
        this.findings = List.copyOf(findings);
    }

    public String code() {
        return CODE;
    }

    /** The file's name as it was given. */
    public String file() {
        return file;
    }

    /** At least one, in the order of the file. */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * One thing that is wrong or doubtful.
     *
     * @param line from 1; 0 where the source has no lines (JSON from the history)
     * @param column from 1; 0 as above
     * @param path {@code outcomes[2].from}; empty for the file as a whole
     */
    public record Finding(int line, int column, String path, String sentence) {

        String place() {
            String lines = line == 0 ? ":" : ":" + line + ":" + column + ":";
            return path.isEmpty() ? lines : lines + " " + path + ":";
        }
    }
}
