/** The command line: a client of the HTTP interface, with a server of its own for the time of a command when it needs one. */
@NullMarked
package org.trialog.deploy.cli;

import org.jspecify.annotations.NullMarked;
