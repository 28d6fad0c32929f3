/** What stands around every figure of a study: who came in, who they are, what they were given, how well they were seen. */
@NullMarked
package org.trialog.query.overview;

import org.jspecify.annotations.NullMarked;
