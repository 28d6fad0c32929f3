/** The one process: embedded PostgreSQL, migrations, both sides, and the door. */
@NullMarked
package org.trialog.deploy.app;

import org.jspecify.annotations.NullMarked;
