/** What is known of a subject: the one fold of the read side. */
@NullMarked
package org.trialog.query.record;

import org.jspecify.annotations.NullMarked;
