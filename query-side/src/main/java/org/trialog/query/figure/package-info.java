/** Figures: an outcome computed at a moment, with all that it must carry. */
@NullMarked
package org.trialog.query.figure;

import org.jspecify.annotations.NullMarked;
