/** Time, proven on the whole product: what was known at any moment, with slow, broken and concurrent writers, and after crashes. */
@NullMarked
package org.trialog.deploy.past;

import org.jspecify.annotations.NullMarked;
