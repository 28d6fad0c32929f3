/** Imports as background jobs: a folder of files comes in, a reconciliation comes out. */
@NullMarked
package org.trialog.command.imports;

import org.jspecify.annotations.NullMarked;
