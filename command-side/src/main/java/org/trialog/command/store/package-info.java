/** Where facts are kept: the tables of the history and the guard rows, and Axon's event store on them. */
@NullMarked
package org.trialog.command.store;

import org.jspecify.annotations.NullMarked;
