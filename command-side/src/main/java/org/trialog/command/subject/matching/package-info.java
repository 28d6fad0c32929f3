/** Rules about controls matched to treated subjects. */
@NullMarked
package org.trialog.command.subject.matching;

import org.jspecify.annotations.NullMarked;
