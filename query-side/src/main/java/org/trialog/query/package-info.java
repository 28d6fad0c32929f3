/** What is known: the history folded into subject records, and everything computed from them. */
@NullMarked
package org.trialog.query;

import org.jspecify.annotations.NullMarked;
