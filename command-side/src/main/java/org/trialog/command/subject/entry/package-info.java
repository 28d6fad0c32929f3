/** Rules about entering the study: site, enrolment, arm, eligibility. */
@NullMarked
package org.trialog.command.subject.entry;

import org.jspecify.annotations.NullMarked;
