/** Rules about follow-up and its loss. */
@NullMarked
package org.trialog.command.subject.followup;

import org.jspecify.annotations.NullMarked;
