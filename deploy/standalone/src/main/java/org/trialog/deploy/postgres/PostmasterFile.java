package org.trialog.deploy.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server writes into its data directory about itself ({@code postmaster.pid}).
 *
 * @param pid its process
 * @param ready whether it accepts connections
 */
record PostmasterFile(long pid, boolean ready) {
    private static final int STATUS_LINE = 7;

    static Path in(Path pgdata) {
        return pgdata.resolve("postmaster.pid");
    }

    /** Empty if there is none, or if it is just being written. */
    static Optional<PostmasterFile> read(Path pgdata) throws IOException {
        List<String> lines;
        try {
            lines = Files.readString(in(pgdata), StandardCharsets.UTF_8).lines().toList();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().matches("-?[0-9]{1,18}")) {
            return Optional.empty();
        }
        // A server in single-user mode writes its process number with a minus.
        long pid = Math.abs(Long.parseLong(lines.getFirst()));
        boolean ready =
                lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        return Optional.of(new PostmasterFile(pid, ready));
    }
}
