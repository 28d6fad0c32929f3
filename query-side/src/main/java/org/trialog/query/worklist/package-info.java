/** What is to be done for each subject on a day: a pure function of what is known and that day. */
@NullMarked
package org.trialog.query.worklist;

import org.jspecify.annotations.NullMarked;
