/** What can happen to a batch of a cell product. */
@NullMarked
package org.trialog.events.batch;

import org.jspecify.annotations.NullMarked;
