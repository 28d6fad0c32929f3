/** What became of every row: in = accepted + duplicate + rejected for each domain. */
@NullMarked
package org.trialog.command.sdtm.report;

import org.jspecify.annotations.NullMarked;
