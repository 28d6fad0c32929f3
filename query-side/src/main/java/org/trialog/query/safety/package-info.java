/** Adverse events that must be reported fast, and until when: a pure function of what is known and a day. */
@NullMarked
package org.trialog.query.safety;

import org.jspecify.annotations.NullMarked;
