/** The demonstration of a randomised trial of the knee, and of the published and made-up results that it is pooled with. */
@NullMarked
package org.trialog.deploy.demo.knee;

import org.jspecify.annotations.NullMarked;
