/** What is known, over HTTP. */
@NullMarked
package org.trialog.query.web;

import org.jspecify.annotations.NullMarked;
