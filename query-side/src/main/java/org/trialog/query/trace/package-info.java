/** From the donor to the subject and back (rule 13). */
@NullMarked
package org.trialog.query.trace;

import org.jspecify.annotations.NullMarked;
