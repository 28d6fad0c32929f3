package org.trialog.deploy.cli;

/** How a command prints what it found. */
enum Format {
    TABLE,
    JSON,
    CSV
}
