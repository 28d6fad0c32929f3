/** The kinds of outcome, each one question answered of every group. */
@NullMarked
package org.trialog.query.outcome.kind;

import org.jspecify.annotations.NullMarked;
