/** How it runs: one process, its command line, its data directory. */
@NullMarked
package org.trialog.deploy;

import org.jspecify.annotations.NullMarked;
