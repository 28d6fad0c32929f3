/** The files of a study in the SDTM form: one a domain, CSV or SAS transport, read with their line numbers. */
@NullMarked
package org.trialog.command.sdtm.file;

import org.jspecify.annotations.NullMarked;
