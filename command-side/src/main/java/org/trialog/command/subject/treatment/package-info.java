/** Rules about doses: arm, order, window, amount, batch. */
@NullMarked
package org.trialog.command.subject.treatment;

import org.jspecify.annotations.NullMarked;
