/** Adverse events that must be reported fast, until when, and what was reported: a pure function of what is known and a day. */
@NullMarked
package org.trialog.query.safety;

import org.jspecify.annotations.NullMarked;
