/** What can be ordered, by whom, and what comes back: the one door to the history. */
@NullMarked
package org.trialog.command.order;

import org.jspecify.annotations.NullMarked;
