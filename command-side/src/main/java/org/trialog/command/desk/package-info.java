/** Carries out orders: one transaction from the locks over the decision to the appended facts. */
@NullMarked
package org.trialog.command.desk;

import org.jspecify.annotations.NullMarked;
