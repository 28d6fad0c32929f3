/** How an order to a subject is decided: state, rules by subject matter, facts. Pure. */
@NullMarked
package org.trialog.command.subject;

import org.jspecify.annotations.NullMarked;
