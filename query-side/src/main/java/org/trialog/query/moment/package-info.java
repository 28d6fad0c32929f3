/** As known at: which place in the history a moment means, the same for ever. */
@NullMarked
package org.trialog.query.moment;

import org.jspecify.annotations.NullMarked;
