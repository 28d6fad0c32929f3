/** What a row of a domain says in the words of the history: rows in, orders out. Pure. */
@NullMarked
package org.trialog.command.sdtm.mapping;

import org.jspecify.annotations.NullMarked;
