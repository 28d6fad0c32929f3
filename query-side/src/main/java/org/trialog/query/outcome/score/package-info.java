/** The values of one scale that are known of a subject: when they were taken, and which of them count where. */
@NullMarked
package org.trialog.query.outcome.score;

import org.jspecify.annotations.NullMarked;
