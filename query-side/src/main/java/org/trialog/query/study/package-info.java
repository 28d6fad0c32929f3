/** What is known of a study as a whole: its protocols, sites and batches, and how it is run. */
@NullMarked
package org.trialog.query.study;

import org.jspecify.annotations.NullMarked;
