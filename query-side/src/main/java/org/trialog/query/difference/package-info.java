/** Two figures side by side: two moments of one outcome, or two definitions of it, and what made the difference. */
@NullMarked
package org.trialog.query.difference;

import org.jspecify.annotations.NullMarked;
