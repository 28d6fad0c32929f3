/** Importing a study in the CDISC SDTM form, row by row, through the same decisions as a person's orders (rule 41). */
@NullMarked
package org.trialog.command.sdtm;

import org.jspecify.annotations.NullMarked;
