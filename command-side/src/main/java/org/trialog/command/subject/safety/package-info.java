/** Rules about adverse events and other occurrences. */
@NullMarked
package org.trialog.command.subject.safety;

import org.jspecify.annotations.NullMarked;
