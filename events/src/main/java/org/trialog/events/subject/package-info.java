/** What can happen to a subject: a record is made, corrected, retracted; a flag is raised, resolved. */
@NullMarked
package org.trialog.events.subject;

import org.jspecify.annotations.NullMarked;
