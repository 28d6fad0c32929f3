/** Rules about dates, and the days that windows are counted from. */
@NullMarked
package org.trialog.command.subject.time;

import org.jspecify.annotations.NullMarked;
