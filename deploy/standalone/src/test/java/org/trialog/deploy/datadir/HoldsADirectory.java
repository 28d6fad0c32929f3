package org.trialog.deploy.datadir;

import java.net.URI;
import java.nio.file.Path;

/** Holds a data directory and, if told an address, announces a server there. */
final class HoldsADirectory {
    private HoldsADirectory() {}

    public static void main(String[] arguments) {
        try (DataDirectory directory = DataDirectory.open(Path.of(arguments[0]))) {
            if (arguments.length > 1) {
                directory.announce(new RunningServer(
                        URI.create(arguments[1]), ProcessHandle.current().pid(), "a-token"));
            }
            AnotherProcess.readyAndStay("");
        }
    }
}
