/** The OpenAPI description of the orders, generated from the kinds of record, so that it cannot lag behind them. */
@NullMarked
package org.trialog.command.web.document;

import org.jspecify.annotations.NullMarked;
