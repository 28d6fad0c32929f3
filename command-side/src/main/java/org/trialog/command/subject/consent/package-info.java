/** Rules about informed consent. */
@NullMarked
package org.trialog.command.subject.consent;

import org.jspecify.annotations.NullMarked;
