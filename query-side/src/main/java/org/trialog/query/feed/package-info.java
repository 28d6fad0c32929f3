/** The one way from the history to what is known: in position order, each fact with effect exactly once. */
@NullMarked
package org.trialog.query.feed;

import org.jspecify.annotations.NullMarked;
