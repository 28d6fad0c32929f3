/**
 * The door's book: who came in, who read what, what was exported, what was refused. Beside the study history, append-only,
 * and written in one place, {@link org.trialog.command.access.AccessFilter}, for whatever side answers.
 */
@NullMarked
package org.trialog.command.access;

import org.jspecify.annotations.NullMarked;
