/** Rules about visits and their windows. */
@NullMarked
package org.trialog.command.subject.visit;

import org.jspecify.annotations.NullMarked;
