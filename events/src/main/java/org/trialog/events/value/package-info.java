/** The values that facts are made of: identifiers, clinical dates, ages, bones, quantities. */
@NullMarked
package org.trialog.events.value;

import org.jspecify.annotations.NullMarked;
