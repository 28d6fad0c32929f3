/** Receipts held against the history: whether a figure comes out again, and if not, where it differs. */
@NullMarked
package org.trialog.query.receipt;

import org.jspecify.annotations.NullMarked;
