/** Rules about instruments and measurements. */
@NullMarked
package org.trialog.command.subject.score;

import org.jspecify.annotations.NullMarked;
