/** The history as the read side sees it: facts in position order. */
@NullMarked
package org.trialog.query.history;

import org.jspecify.annotations.NullMarked;
