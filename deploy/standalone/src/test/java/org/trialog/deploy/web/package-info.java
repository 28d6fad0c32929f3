/** The HTTP interface of the whole product, as its callers meet it. */
@NullMarked
package org.trialog.deploy.web;

import org.jspecify.annotations.NullMarked;
