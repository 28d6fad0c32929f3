/** The program killed and started again. */
@NullMarked
package org.trialog.deploy.crash;

import org.jspecify.annotations.NullMarked;
