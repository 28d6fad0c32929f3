/** What can happen to a study: registration, protocols, sites. */
@NullMarked
package org.trialog.events.study;

import org.jspecify.annotations.NullMarked;
