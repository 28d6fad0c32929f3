/** Rules about concomitant medication. */
@NullMarked
package org.trialog.command.subject.medication;

import org.jspecify.annotations.NullMarked;
