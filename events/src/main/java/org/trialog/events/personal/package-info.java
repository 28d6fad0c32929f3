/** Personal fields: ciphertext under the subject's key, from the first event on. */
@NullMarked
package org.trialog.events.personal;

import org.jspecify.annotations.NullMarked;
