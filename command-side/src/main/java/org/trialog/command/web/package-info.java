/** Orders over HTTP: reading requests into orders, idempotency, and refusals as problem details. */
@NullMarked
package org.trialog.command.web;

import org.jspecify.annotations.NullMarked;
