/** The lines of the house: which module may know which, and what the code looks like. */
@NullMarked
package org.trialog.deploy.house;

import org.jspecify.annotations.NullMarked;
