/** What goes wrong when something is asked: said with a stable code and a sentence. */
@NullMarked
package org.trialog.query.problem;

import org.jspecify.annotations.NullMarked;
