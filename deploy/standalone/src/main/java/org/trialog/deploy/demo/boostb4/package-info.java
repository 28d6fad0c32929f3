/** The demonstration of BOOSTB4: the children, how their bones break, and what four made-up hospitals record of them. */
@NullMarked
package org.trialog.deploy.demo.boostb4;

import org.jspecify.annotations.NullMarked;
