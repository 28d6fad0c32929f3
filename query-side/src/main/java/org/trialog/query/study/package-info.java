/** What is known of a study as a whole: its protocols, sites and batches. */
@NullMarked
package org.trialog.query.study;

import org.jspecify.annotations.NullMarked;
