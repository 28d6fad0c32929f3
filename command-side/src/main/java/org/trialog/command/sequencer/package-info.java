/** Gives every committed event its place in the history. Here, and nowhere else, gaps and slow writers are known. */
@NullMarked
package org.trialog.command.sequencer;

import org.jspecify.annotations.NullMarked;
