/** The embedded PostgreSQL of a standalone deployment: its binaries, its life, its roles. */
@NullMarked
package org.trialog.deploy.postgres;

import org.jspecify.annotations.NullMarked;
