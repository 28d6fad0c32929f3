/** Outcomes as pictures: the pages and the command line show the same one. */
@NullMarked
package org.trialog.query.plot;

import org.jspecify.annotations.NullMarked;
