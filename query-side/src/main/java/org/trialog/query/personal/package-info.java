/** Personal fields in clear, in answers alone: no table, log or figure of the query side ever holds one. */
@NullMarked
package org.trialog.query.personal;

import org.jspecify.annotations.NullMarked;
