/** Personal fields: ciphertext from the first event on, each under a key of its own, which the subject's key wraps. */
@NullMarked
package org.trialog.events.personal;

import org.jspecify.annotations.NullMarked;
