/** Whole stories of a clinic, told by HTTP alone and read back. */
@NullMarked
package org.trialog.deploy.story;

import org.jspecify.annotations.NullMarked;
