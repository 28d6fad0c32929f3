/** Rules about what may follow death and withdrawal. */
@NullMarked
package org.trialog.command.subject.ending;

import org.jspecify.annotations.NullMarked;
