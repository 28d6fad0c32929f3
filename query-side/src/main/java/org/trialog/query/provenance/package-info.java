/** What stands behind the numbers of a figure: the subjects, and the facts of the history with who recorded them. */
@NullMarked
package org.trialog.query.provenance;

import org.jspecify.annotations.NullMarked;
