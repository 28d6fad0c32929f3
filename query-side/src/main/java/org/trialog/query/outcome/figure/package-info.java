/** What an outcome gives: the figure, what stands behind it, and its canonical JSON. */
@NullMarked
package org.trialog.query.outcome.figure;

import org.jspecify.annotations.NullMarked;
