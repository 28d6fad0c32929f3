/** What a record of a subject says: one type for each kind of clinical record. */
@NullMarked
package org.trialog.events.clinical;

import org.jspecify.annotations.NullMarked;
