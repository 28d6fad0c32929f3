/** Requests that nobody would send, made from the published description of the interface. */
@NullMarked
package org.trialog.deploy.fuzz;

import org.jspecify.annotations.NullMarked;
