/** The stored form of facts: stable names, revisions and JSON. */
@NullMarked
package org.trialog.events.wire;

import org.jspecify.annotations.NullMarked;
