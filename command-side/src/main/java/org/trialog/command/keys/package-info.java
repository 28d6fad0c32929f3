/** The keys of personal fields: one a field, wrapped by one a subject, kept outside the history. */
@NullMarked
package org.trialog.command.keys;

import org.jspecify.annotations.NullMarked;
