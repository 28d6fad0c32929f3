/** Figures over HTTP and at the command line: receipts, provenance, differences. */
@NullMarked
package org.trialog.deploy.figures;

import org.jspecify.annotations.NullMarked;
