/** Outcomes: pure functions of what is known of the subjects, a definition, a cut-off and a grouping. */
@NullMarked
package org.trialog.query.outcome;

import org.jspecify.annotations.NullMarked;
