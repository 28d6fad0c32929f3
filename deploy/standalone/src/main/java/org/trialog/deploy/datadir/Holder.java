package org.trialog.deploy.datadir;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who holds a data directory.
 *
 * @param pid the process, if it has said so
 * @param server its address, once it serves; empty while it starts, or if it is a command that serves nothing
 */
public record Holder(OptionalLong pid, Optional<RunningServer> server) {}
