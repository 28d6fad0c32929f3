/** The data directory of a deployment: its layout, who holds it, its format and its secrets. */
@NullMarked
package org.trialog.deploy.datadir;

import org.jspecify.annotations.NullMarked;
