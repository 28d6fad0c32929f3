/** What a rule has to say about a record, before it is known what becomes of it. */
@NullMarked
package org.trialog.command.judgement;

import org.jspecify.annotations.NullMarked;
