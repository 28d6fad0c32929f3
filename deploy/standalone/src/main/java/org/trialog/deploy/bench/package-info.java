/** Measures what users wait for, each figure beside its limit. Nothing here is asserted in a test. */
@NullMarked
package org.trialog.deploy.bench;

import org.jspecify.annotations.NullMarked;
