/** Outcomes over several studies: what each contributes, and the contributions pooled. */
@NullMarked
package org.trialog.query.outcome.pooled;

import org.jspecify.annotations.NullMarked;
