/** What is wrong with a request: said with a status, a stable code, the offending fields and a sentence. */
@NullMarked
package org.trialog.command.problem;

import org.jspecify.annotations.NullMarked;
