/** How an order to a batch of a cell product is decided. Pure. */
@NullMarked
package org.trialog.command.batch;

import org.jspecify.annotations.NullMarked;
