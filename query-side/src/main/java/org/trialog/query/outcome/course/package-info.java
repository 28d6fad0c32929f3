/** The subjects behind an outcome one by one, as plots of subjects show them. */
@NullMarked
package org.trialog.query.outcome.course;

import org.jspecify.annotations.NullMarked;
