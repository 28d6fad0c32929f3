/** Drawing: the text of an SVG picture, scales and axes. Knows nothing of outcomes. */
@NullMarked
package org.trialog.query.plot.svg;

import org.jspecify.annotations.NullMarked;
