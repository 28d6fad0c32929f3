/** What end-to-end tests run and ask: real processes, a real database, HTTP. */
@NullMarked
package org.trialog.deploy.running;

import org.jspecify.annotations.NullMarked;
