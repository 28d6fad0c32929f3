/** Rules about fractures. */
@NullMarked
package org.trialog.command.subject.fracture;

import org.jspecify.annotations.NullMarked;
