/** What an outcome needs to know of one subject: its anchors, its confirmed time and what happened in it. */
@NullMarked
package org.trialog.query.outcome.person;

import org.jspecify.annotations.NullMarked;
